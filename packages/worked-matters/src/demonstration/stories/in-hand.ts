import { type Office, 乐都, 城中, 海东, 海西, 海西刑罚执行 } from '../offices.ts';
import { archived, concluded, selfChecked } from '../stages/closing.ts';
import { answered, decided, escalated, judged, seenAgain, served, silence } from '../stages/disposition.ts';
import { filed, filedWithPlan, foundMajor, reviewedForFiling } from '../stages/filing.ts';
import { onSite, planned, recordsRead, reported, slightIssues } from '../stages/investigation.ts';
import { accepted, cameIn, found, ownMotion, type Said } from '../stages/leads.ts';
import type { Act, Story } from '../story.ts';

/** An investigation that broke the law, from the find to the reading of the records. */
function lookedInto(office: Office, said: Said): readonly Act[] {
  return [
    ...ownMotion(office, said),
    foundMajor(office, '属重大监督事项。'),
    filed(office),
    recordsRead(office, '调取案卷与讯问录音录像，违法情形属实。'),
  ];
}

/** … up to the correction notice in the hands of the body. */
function correctionServed(office: Office, said: Said): readonly Act[] {
  return [
    ...lookedInto(office, said),
    reported(office, '违法情形属实，情节较重。', 'correction_notice'),
    decided(office, 'correction_notice', '发出纠正违法通知书。'),
    served(office, '送达回证001号'),
  ];
}

/** … up to the body's putting it right. */
function putRight(office: Office, said: Said): readonly Act[] {
  return [
    ...correctionServed(office, said),
    answered(office, 'rectification', '已纠正，对责任人提醒谈话，完善制度。'),
    judged(office, 'full', '全部采纳，整改到位。'),
    seenAgain(office, '抽查新办案件六件，未再发生。'),
  ];
}

const 公安 = (name: string) => ({ name, kind: 'public_security' });

const 投资诈骗: Said = {
  type: 'CFS',
  subKind: 'should_file',
  title: '投资理财诈骗，四十三人报案不予立案',
  facts: '四十三人报案称受骗一百九十万元，公安机关以证据不足不予立案。',
  supervisedBody: 公安('西宁市公安局城中分局'),
  amount: 1_900_000,
  persons: 43,
  reporter: { kind: 'citizen', name: '公保才让', phone: '13900000111', language: 'zh' },
};

/** Matters that are filed: from the verification to the archive. */
export const storiesInHand: readonly Story[] = [
  {
    id: 'DEMO-11',
    title: { zh: '调查核实中', en: 'under verification' },
    office: 城中,
    status: 'investigating',
    restsFor: 2,
    acts: [
      ...cameIn(城中, 投资诈骗),
      foundMajor(城中, '涉众四十三人，数额巨大，属重大监督事项。'),
      reviewedForFiling(城中),
      filed(城中),
      planned(城中, '查明不立案理由是否成立'),
      recordsRead(城中, '受案登记四十三份，均未询问嫌疑人。'),
    ],
  },
  {
    id: 'DEMO-12',
    title: { zh: '审查终结、待决定', en: 'reported, to be decided' },
    office: 海东,
    status: 'reviewing',
    restsFor: 1,
    acts: [
      ...lookedInto(海东, {
        type: 'IAS',
        subKind: 'over_detention',
        title: '延长拘留期限无法定事由',
        supervisedBody: 公安('海东市公安局平安分局'),
        custody: true,
        persons: 2,
      }),
      reported(海东, '二人延长拘留至三十日，均不符合流窜、多次、结伙作案的条件。', 'correction_notice'),
    ],
  },
  {
    id: 'DEMO-13',
    title: { zh: '文书已送达、待回复', en: 'an instrument served, its answer awaited' },
    office: 城中,
    status: 'awaiting_reply',
    restsFor: 3,
    acts: correctionServed(城中, {
      type: 'IAS',
      subKind: 'general',
      title: '搜查时未出示搜查证（བཙལ་ལྟའི་ལག་ཁྱེར་མེད་པ）',
      supervisedBody: 公安('西宁市公安局城中分局'),
      persons: 1,
    }),
  },
  {
    id: 'DEMO-14',
    title: { zh: '逾期未回复', en: 'an answer overdue' },
    office: 乐都,
    status: 'overdue',
    restsFor: 2,
    acts: [
      ...correctionServed(乐都, {
        type: 'IAS',
        subKind: 'general',
        title: '侦查人员应当回避而未回避',
        supervisedBody: 公安('海东市公安局乐都分局'),
        persons: 1,
      }),
      silence(),
    ],
  },
  {
    id: 'DEMO-15',
    title: { zh: '不采纳、已报上一级院', en: 'refused, taken to the superior unit' },
    office: 乐都,
    status: 'escalated',
    restsFor: 3,
    acts: [
      ...correctionServed(乐都, {
        type: 'IAS',
        subKind: 'general',
        title: '鉴定意见未告知犯罪嫌疑人、被害人',
        supervisedBody: 公安('海东市公安局乐都分局'),
        persons: 3,
      }),
      answered(乐都, 'objection', '认为已口头告知，不予采纳。'),
      judged(乐都, 'refused', '口头告知无记录可查，不采纳的理由不能成立。'),
      ...escalated(乐都, 海东),
    ],
  },
  {
    id: 'DEMO-16',
    title: { zh: '跟进落实中', en: 'followed up' },
    office: 海西,
    status: 'following_up',
    restsFor: 2,
    acts: putRight(海西, {
      type: 'IAS',
      subKind: 'general',
      title: '指定居所监视居住未及时通知家属',
      supervisedBody: 公安('德令哈市公安局'),
      persons: 1,
    }),
  },
  {
    id: 'DEMO-17',
    title: { zh: '已办结、待自查', en: 'concluded, to be checked by its handler' },
    office: 海东,
    status: 'concluded',
    restsFor: 2,
    acts: [
      ...putRight(海东, {
        type: 'IAS',
        subKind: 'general',
        title: '同一侦查人员同时段在两地讯问',
        supervisedBody: 公安('海东市公安局'),
        persons: 4,
      }),
      concluded(海东),
    ],
  },
  {
    id: 'DEMO-18',
    title: { zh: '已归档', en: 'archived' },
    office: 海西,
    status: 'archived',
    restsFor: 5,
    acts: [
      ...putRight(海西, {
        type: 'IAS',
        subKind: 'general',
        title: '查封、扣押、冻结与案件无关的财物',
        supervisedBody: 公安('海西蒙古族藏族自治州公安局'),
        amount: 480_000,
      }),
      concluded(海西),
      selfChecked(海西),
      archived(海西),
    ],
  },
  {
    id: 'DEMO-19',
    title: { zh: '巡回检察现场、口头纠正中', en: 'an inspection on site, issues being corrected' },
    office: 海西刑罚执行,
    status: 'investigating',
    restsFor: 1,
    acts: [
      found(海西刑罚执行, {
        source: 'plan',
        type: 'CIR',
        subKind: 'special',
        title: '乌兰县看守所安全专门巡回检察',
        supervisedBody: { name: '乌兰县看守所', kind: 'detention_house' },
        custody: true,
      }),
      accepted(海西刑罚执行),
      filedWithPlan(海西刑罚执行, '乌兰县看守所'),
      onSite(海西刑罚执行),
      slightIssues(海西刑罚执行, ['巡查登记补签', '药品发放未双人签字']),
    ],
  },
];
