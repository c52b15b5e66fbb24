import { SAMPLE_CLERK, SAMPLE_UNIT, sampleLead } from '../commands/sample-lead.ts';

/** What a command was answered. */
export interface Done {
  readonly id: string;
  readonly position: number;
}

/** Where people of the demonstration give commands through the gateway. */
export interface Desk {
  tokenOf(person: string): Promise<string>;
  give(person: string, path: string, input: object): Promise<Done>;
  ask(person: string, path: string): Promise<Readonly<Record<string, unknown>>>;
  /** Whether everything that follows from a fresh lead has arrived everywhere. */
  settled(): Promise<boolean>;
}

export function openDesk(url: string): Desk {
  const tokens = new Map<string, Promise<string>>();
  const signIn = async (person: string): Promise<string> => {
    const answer = await fetch(`${url}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person }),
    });
    const { token } = (await answer.json()) as { token: string };
    return token;
  };
  const tokenOf = (person: string): Promise<string> => {
    const token = tokens.get(person) ?? signIn(person);
    tokens.set(person, token);
    return token;
  };
  const send = async (person: string, path: string, init: RequestInit) => {
    const headers = { authorization: `Bearer ${await tokenOf(person)}`, 'content-type': 'application/json' };
    return fetch(`${url}${path}`, { ...init, headers });
  };
  const give: Desk['give'] = async (person, path, input) => {
    const answer = await send(person, path, { method: 'POST', body: JSON.stringify(input) });
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Done;
  };
  const ask: Desk['ask'] = async (person, path) => {
    const answer = await send(person, path, {});
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Readonly<Record<string, unknown>>;
  };
  return {
    tokenOf,
    give,
    ask,
    settled: async () => {
      const { position } = await give(SAMPLE_CLERK, '/v1/intake/leads', sampleLead);
      await ask(SAMPLE_CLERK, `/v1/reporting/deadlines?unit=${SAMPLE_UNIT}&after=${position}`);
      return true;
    },
  };
}
