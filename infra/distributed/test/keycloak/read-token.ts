type Part = Readonly<Record<string, unknown>>;

/** What a token says, believed as it stands: its signature is for the house to check. */
export function readToken(token: string): { readonly header: Part; readonly claims: Part } {
  const [header = '', claims = ''] = token.split('.');
  return { header: read(header), claims: read(claims) };
}

function read(part: string): Part {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
}
