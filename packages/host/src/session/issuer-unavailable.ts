/** The identity provider does not answer; trying again may help. */
export class IssuerUnavailable extends Error {
  readonly retryable = true;

  constructor(cause: unknown) {
    super('the OIDC issuer is unavailable', { cause });
  }
}
