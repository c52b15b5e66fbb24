/** Types of matters that histories are generated of. */
export type Type = 'CFS' | 'IAS' | 'CIR';
export const types: readonly Type[] = ['CFS', 'IAS', 'CIR'];

/** Who does what in a unit; two prosecutors and two assistants, so that a matter can change hands. */
export interface Staff {
  readonly unit: string;
  readonly window: string;
  readonly gate: string;
  readonly head: string;
  readonly chief: string;
  readonly clerk: string;
  readonly archivist: string;
  readonly reviewer: string;
  readonly prosecutors: readonly [string, string];
  readonly assistants: readonly [string, string];
  /** A prosecutor of another department, for looking again. */
  readonly elsewhere: string;
  readonly superior: { readonly gate: string; readonly reviewer: string; readonly chief: string };
}

const superior = { gate: 'P-630200-an', reviewer: 'P-630200-xie', chief: 'P-630200-cai' };

const ledu: Staff = {
  unit: '630202',
  window: 'P-630202-bao',
  gate: 'P-630202-ma',
  head: 'P-630202-tie',
  chief: 'P-630202-duo',
  clerk: 'P-630202-qi',
  archivist: 'P-630202-zhang',
  reviewer: 'P-630202-chao',
  prosecutors: ['P-630202-ye', 'P-630202-second'],
  assistants: ['P-630202-li', 'P-630202-helper'],
  elsewhere: 'P-630202-yan',
  superior,
};

const haixi: Staff = {
  unit: '632800',
  window: 'P-632800-hai',
  gate: 'P-632800-tang',
  head: 'P-632800-suo',
  chief: 'P-632800-ba',
  clerk: 'P-632800-he',
  archivist: 'P-632800-chen',
  reviewer: 'P-632800-bu',
  prosecutors: ['P-632800-su', 'P-632800-second'],
  assistants: ['P-632800-liu', 'P-632800-helper'],
  elsewhere: 'P-632800-wu',
  superior,
};

export const staffOf: Readonly<Record<Type, Staff>> = { CFS: ledu, IAS: ledu, CIR: haixi };

/** Members whom the demonstration does not have. */
export const reinforcements = [
  {
    person: 'P-630202-second',
    name: '第二检察官',
    unit: '630202',
    role: 'prosecutor',
    department: 'criminal_prosecution',
  },
  {
    person: 'P-630202-helper',
    name: '第二助理',
    unit: '630202',
    role: 'assistant',
    department: 'criminal_prosecution',
  },
  {
    person: 'P-632800-second',
    name: '第二检察官',
    unit: '632800',
    role: 'prosecutor',
    department: 'penal_execution',
  },
  {
    person: 'P-632800-helper',
    name: '第二助理',
    unit: '632800',
    role: 'assistant',
    department: 'penal_execution',
  },
];

/** Everybody who may come into a history. */
export function everybody(type: Type): readonly string[] {
  const { superior: above, prosecutors, assistants, unit: _unit, ...others } = staffOf[type];
  return [...Object.values(others), ...prosecutors, ...assistants, ...Object.values(above)];
}
