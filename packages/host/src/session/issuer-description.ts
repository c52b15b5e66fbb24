import { z } from 'zod';
import type { IssuerLine } from './issuer-line.ts';
import { IssuerUnavailable } from './issuer-unavailable.ts';

const described = z.object({
  issuer: z.string(),
  jwks_uri: z.url(),
  introspection_endpoint: z.url().optional(),
});

/** What an issuer tells about itself. */
export type IssuerDescription = z.output<typeof described>;

/**
 * Asks the issuer once where its things are (OpenID Connect Discovery 1.0 §4) and remembers the answer.
 * The function it answers throws `IssuerUnavailable` until there is one.
 */
export function issuerDescription(issuer: string, line: IssuerLine): () => Promise<IssuerDescription> {
  let known: Promise<IssuerDescription> | undefined;
  return () => {
    known ??= discover(issuer, line).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}

async function discover(issuer: string, line: IssuerLine): Promise<IssuerDescription> {
  const answer = await line.ask(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const told = described.safeParse(await answer.json().catch(() => undefined));
  if (!told.success || told.data.issuer !== issuer) {
    throw new IssuerUnavailable(new Error(`${issuer} does not describe itself as an OpenID Connect issuer`));
  }
  return told.data;
}
