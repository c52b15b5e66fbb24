import { 乐都, 城中, 海东, 海西 } from '../offices.ts';
import { entered, found, received, screened, turnedAway } from '../stages/leads.ts';
import type { Story } from '../story.ts';

const 城中分局 = { name: '西宁市公安局城中分局', kind: 'public_security' } as const;
const 乐都分局 = { name: '海东市公安局乐都分局', kind: 'public_security' } as const;
const 循化县局 = {
  name: '循化撒拉族自治县公安局（积石镇、街子镇、清水乡派出所联合办案中心）',
  kind: 'public_security',
} as const;
const 德令哈市局 = { name: '德令哈市公安局', kind: 'public_security' } as const;

/** Leads that have not come to the gate, or not through it. */
export const leadStories: readonly Story[] = [
  {
    id: 'DEMO-01',
    title: { zh: '线索已接收、待登记', en: 'a lead received, to be registered' },
    office: 城中,
    status: 'lead_received',
    restsFor: 1,
    acts: [
      received(城中, {
        type: 'CFS',
        subKind: 'should_file',
        title: '合同诈骗报案后公安机关不予立案（ཆིངས་ཡིག་མགོ་སྐོར）',
        facts: '报案人称付款后对方失联，派出所以民事纠纷为由不予立案。',
        statement: '我交了十二万元订金，人和店都不见了，请检察院管一管。',
        supervisedBody: 城中分局,
        clause: '刑事诉讼法第一百一十三条',
        amount: 120_000,
        persons: 1,
        reporter: { kind: 'citizen', name: 'བཀྲ་ཤིས་དོན་གྲུབ།', phone: '13900000101', language: 'bo' },
      }),
    ],
  },
  {
    id: 'DEMO-02',
    title: { zh: '线索已登记、待受理', en: 'a lead registered, before the gate' },
    office: 乐都,
    status: 'lead_registered',
    restsFor: 2,
    acts: [
      found(乐都, {
        type: 'IAS',
        subKind: 'general',
        title: '扣押手机未开具扣押清单',
        facts: '审查逮捕中发现扣押物品二件，卷内无扣押清单，持有人未签名。',
        supervisedBody: 乐都分局,
        clause: '人民检察院刑事诉讼规则第五百六十七条',
        persons: 1,
      }),
    ],
  },
  {
    id: 'DEMO-03',
    title: { zh: '线索已审查、待受理', en: 'a lead screened, before the gate' },
    office: 海东,
    status: 'lead_screened',
    restsFor: 1,
    acts: [
      received(海东, {
        type: 'CFS',
        subKind: 'overdue_decision',
        title: '控告非法采砂三十日未作出是否立案决定',
        facts: '控告人五周前报案，至今未收到立案或者不立案通知。',
        supervisedBody: 循化县局,
        reporter: {
          kind: 'citizen',
          name: '阿卜杜拉·热合曼·伊布拉音·买买提江·吐尔逊（撒拉族）',
          phone: '13900000103',
          language: 'zh',
        },
      }),
      entered(海东),
      screened(海东),
    ],
  },
  {
    id: 'DEMO-04',
    title: { zh: '线索不予受理', en: 'a lead rejected at the gate' },
    office: 海西,
    status: 'rejected',
    restsFor: 3,
    acts: [
      received(海西, {
        type: 'IAS',
        subKind: 'complaint',
        title: '对交通违章罚款不服',
        facts: '来访人对一次二百元罚款不服，不属于刑事侦查活动。',
        supervisedBody: 德令哈市局,
        reporter: { kind: 'citizen', name: 'སྒྲོལ་མ་མཚོ།', phone: '13900000104', language: 'bo' },
      }),
      entered(海西),
      turnedAway(海西, '属行政处罚争议，不属侦查活动监督范围，已告知申请行政复议。'),
    ],
  },
  {
    id: 'DEMO-05',
    title: { zh: '限制知悉范围的线索', en: 'a restricted lead' },
    office: 城中,
    status: 'lead_registered',
    restsFor: 2,
    acts: [
      found(城中, {
        type: 'IAS',
        subKind: 'general',
        title: '办案人员涉嫌泄露侦查秘密',
        facts: '只供名单内人员知悉。',
        supervisedBody: 城中分局,
        secrecy: 'restricted',
        accessList: [城中.chief, 城中.handler.person],
      }),
    ],
  },
];
