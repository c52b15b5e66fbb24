/** Somebody of an office. */
export interface Member {
  readonly person: string;
  readonly name: string;
}

/** A procuratorate of the demonstration, by who does what there. */
export interface Office {
  readonly unit: string;
  readonly leadClerk: string;
  readonly caseAdmin: string;
  /** Department head of the handlers. */
  readonly head: string;
  readonly chief: string;
  readonly clerk: string;
  readonly archivist: string;
  readonly handler: Member;
  readonly assistant: Member;
}

/** 西宁市城中区院 */
export const 城中: Office = {
  unit: '630103',
  leadClerk: 'P-630103-ding',
  caseAdmin: 'P-630103-shi',
  head: 'P-630103-qi',
  chief: 'P-630103-bai',
  clerk: 'P-630103-zhao',
  archivist: 'P-630103-wang',
  handler: { person: 'P-630103-li', name: '李某' },
  assistant: { person: 'P-630103-cai', name: '才某' },
};

/** 海东市乐都区院 */
export const 乐都: Office = {
  unit: '630202',
  leadClerk: 'P-630202-bao',
  caseAdmin: 'P-630202-ma',
  head: 'P-630202-tie',
  chief: 'P-630202-duo',
  clerk: 'P-630202-qi',
  archivist: 'P-630202-zhang',
  handler: { person: 'P-630202-ye', name: '冶某' },
  assistant: { person: 'P-630202-li', name: '李某' },
};

/** 海东市院 */
export const 海东: Office = {
  unit: '630200',
  leadClerk: 'P-630200-nan',
  caseAdmin: 'P-630200-an',
  head: 'P-630200-geng',
  chief: 'P-630200-cai',
  clerk: 'P-630200-meng',
  archivist: 'P-630200-guo',
  handler: { person: 'P-630200-xie', name: '解某' },
  assistant: { person: 'P-630200-dong', name: '董某' },
};

/** 海西州院, criminal prosecution */
export const 海西: Office = {
  unit: '632800',
  leadClerk: 'P-632800-hai',
  caseAdmin: 'P-632800-tang',
  head: 'P-632800-suo',
  chief: 'P-632800-ba',
  clerk: 'P-632800-he',
  archivist: 'P-632800-chen',
  handler: { person: 'P-632800-wu', name: '乌某' },
  assistant: { person: 'P-632800-na', name: '那某' },
};

/** 海西州院, execution of penalties: inspections are theirs. */
export const 海西刑罚执行: Office = {
  ...海西,
  handler: { person: 'P-632800-su', name: '苏某' },
  assistant: { person: 'P-632800-liu', name: '刘某' },
};
