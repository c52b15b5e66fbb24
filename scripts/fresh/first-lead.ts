/** What a newcomer sends: one of the demo staff, and a lead that person found in a case of their own. */
const person = 'P-630103-li';
const lead = {
  unit: '630103',
  source: 'own_case',
  type: 'CFS',
  title: '公安机关应当立案而不立案线索',
  facts: '办案中发现，报案材料已受理三个月，未作出是否立案的决定。',
  supervisedBody: { name: '某公安分局', kind: 'public_security' },
  custody: false,
};

/** A lead that was acknowledged: its id, and the position from which it can be read. */
export interface RegisteredLead {
  readonly id: string;
  readonly position: string;
}

/** Signs in at a server in demo mode and answers the token. */
export async function signIn(address: string): Promise<string> {
  const { token } = await call<{ token: string }>(`${address}/v1/session`, { body: { person } });
  return token;
}

/** Registers the lead; the answer is durable. */
export async function registerLead(address: string, token: string): Promise<RegisteredLead> {
  return call<RegisteredLead>(`${address}/v1/intake/leads`, { token, body: lead });
}

/** Reads the lead back as a view shows it, waiting for that view. */
export async function readLead(
  address: string,
  token: string,
  { id, position }: RegisteredLead,
): Promise<unknown> {
  const read = await call<{ title?: unknown }>(
    `${address}/v1/intake/leads/${id}?after=${encodeURIComponent(position)}`,
    { token },
  );
  if (read.title !== lead.title) throw new Error(`the lead reads back as ${JSON.stringify(read)}`);
  return read;
}

async function call<T>(url: string, { token, body }: { token?: string; body?: object }): Promise<T> {
  const answer = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${body ? 'POST' : 'GET'} ${url} answered ${answer.status}: ${text}`);
  return JSON.parse(text) as T;
}
