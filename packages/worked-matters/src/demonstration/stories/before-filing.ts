import { 乐都, 城中, 海东, 海西刑罚执行 } from '../offices.ts';
import { foundMajor, leftAsTask, weighed } from '../stages/filing.ts';
import { accepted, cameIn, found, ownMotion, voided } from '../stages/leads.ts';
import type { Story } from '../story.ts';

/** Matters with a number that are not filed, or never will be. */
export const storiesBeforeFiling: readonly Story[] = [
  {
    id: 'DEMO-06',
    title: { zh: '已受理、待重大性评估', en: 'accepted, its significance to be assessed' },
    office: 城中,
    status: 'accepted',
    restsFor: 2,
    acts: ownMotion(城中, {
      type: 'IAS',
      subKind: 'general',
      title: '讯问未成年人未通知法定代理人到场',
      facts: '两次讯问十六岁嫌疑人，笔录均无法定代理人或者合适成年人签名。',
      supervisedBody: { name: '西宁市公安局城中分局', kind: 'public_security' },
      clause: '刑事诉讼法第二百八十一条',
      persons: 1,
    }),
  },
  {
    id: 'DEMO-07',
    title: { zh: '已评估、待部门负责人审核', en: 'assessed, the filing to be reviewed' },
    office: 乐都,
    status: 'accepted',
    restsFor: 1,
    acts: [
      ...cameIn(乐都, {
        type: 'CFS',
        subKind: 'should_not_file',
        title: '以刑事手段插手经济纠纷，查封企业账户',
        facts: '合同一方报案后，公安机关立案并冻结企业账户，企业停产。',
        supervisedBody: { name: '海东市公安局乐都分局', kind: 'public_security' },
        amount: 2_600_000,
        reporter: { kind: 'enterprise', name: '海东市河湟农牧产品深加工有限责任公司', language: 'zh' },
      }),
      foundMajor(乐都, '冻结企业资产，影响生产经营，属重大监督事项。'),
    ],
  },
  {
    id: 'DEMO-08',
    title: { zh: '编号作废', en: 'a number opened by mistake, void' },
    office: 海东,
    status: 'voided',
    restsFor: 4,
    acts: [
      ...ownMotion(海东, {
        type: 'CFS',
        subKind: 'should_file',
        title: '误将同一线索重复受理',
        supervisedBody: { name: '海东市公安局', kind: 'public_security' },
      }),
      voided(海东, '与在办事项重复，受理时误编号，作废留痕。'),
    ],
  },
  {
    id: 'DEMO-09',
    title: { zh: '未达重大、转办事', en: 'not major, left as a light task' },
    office: 海东,
    status: 'task',
    restsFor: 3,
    acts: [
      ...ownMotion(海东, {
        type: 'IAS',
        subKind: 'general',
        title: '询问笔录起止时间漏填',
        facts: '一份询问笔录漏填结束时间。',
        supervisedBody: { name: '海东市公安局平安分局', kind: 'public_security' },
      }),
      weighed(海东, { nature: 8, extent: 2, repetition: 0, social_effect: 0 }, '轻微瑕疵，未达重大。'),
      leftAsTask(海东, '轻微瑕疵，转办事，口头提醒。'),
    ],
  },
  {
    id: 'DEMO-10',
    title: { zh: '巡回检察已受理、待批准方案', en: 'an inspection accepted, its plan to be approved' },
    office: 海西刑罚执行,
    status: 'accepted',
    restsFor: 1,
    acts: [
      found(海西刑罚执行, {
        source: 'plan',
        type: 'CIR',
        subKind: 'regular',
        title: '德令哈市看守所年度计划内常规巡回检察',
        supervisedBody: { name: '德令哈市看守所', kind: 'detention_house' },
        custody: true,
      }),
      accepted(海西刑罚执行),
    ],
  },
];
