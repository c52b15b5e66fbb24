/** Unit and clerk of the demonstration under whom everything is registered. */
export const SAMPLE_UNIT = '630103';
export const SAMPLE_CLERK = 'P-630103-ding';

/** A lead of ordinary length that an office found by itself; nothing in it is personal. */
export const sampleLead = {
  unit: SAMPLE_UNIT,
  source: 'own_case',
  type: 'CFS',
  title: '公安机关对应当立案侦查的案件不立案侦查线索',
  facts:
    '办理审查逮捕案件中发现，被害单位于三个月前向公安机关报案并提交合同、转账凭证等材料，' +
    '公安机关受理后未在规定期限内作出是否立案的决定，亦未向报案单位送达不予立案通知书，现有材料显示可能存在犯罪事实，需要追究刑事责任。',
  supervisedBody: { name: '某市公安局某分局', kind: 'public_security' },
  clause: '《中华人民共和国刑事诉讼法》第一百一十三条',
  custody: false,
} as const;

/** The same from a citizen: what names the reporter, and the words of the complaint, are encrypted. */
export const sampleComplaint = {
  ...sampleLead,
  source: 'citizen_complaint',
  statement: '我于三个月前到派出所报案，至今没有收到是否立案的通知，请求检察机关监督公安机关立案。',
  reporter: {
    kind: 'citizen',
    name: '甲某',
    idNumber: '630103199001011234',
    phone: '13900000000',
    address: '某市某区某路1号',
  },
} as const;
