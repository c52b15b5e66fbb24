import type { intakeEvents } from '../intake.ts';
import type { Occasions } from './occasion.ts';

/** When the events of intake happen. */
export const intakeOccasions: Occasions<typeof intakeEvents> = {
  LeadReceived: {
    zh: '窗口接收控告、举报或者申请材料时（S2 §156）；七日期限自此起算（S2 §161）。',
    en: 'The window takes a complaint, report or application (S2 §156); the seven days of S2 §161 begin.',
  },
  LeadRegistered: {
    zh: '线索登记进入线索池时。',
    en: 'A lead is entered in the pool.',
  },
  LeadDuplicateFlagged: {
    zh: '另一线索疑似反映同一情况时；只是提示，不是决定。',
    en: 'Another lead seems to say the same; a sign, no decision.',
  },
  LeadScreened: {
    zh: '内勤审查线索，送案管受理、转为办事或者说明理由不予受理时。',
    en: 'The clerk looked at a lead: to the gate, to the light track, or rejected with a reason.',
  },
  LeadMerged: {
    zh: '本线索并入另一线索时；全部发现人予以保留。',
    en: 'This lead goes into another one, which keeps all who found it.',
  },
  LeadAbsorbed: {
    zh: '另一线索及其发现人并入本线索时。',
    en: 'Another lead comes into this one, with those who found it.',
  },
  LeadTransferred: {
    zh: '线索移送其他检察院或者外部单位时。',
    en: 'A lead is handed to another unit or to an outside body.',
  },
  LeadTransferReceived: {
    zh: '接收其他检察院移送的线索时；不得退回，也不得再转（S4 §26）。',
    en: 'A unit takes over a lead of another one; it may neither return it nor pass it on (S4 §26).',
  },
  LeadKeptOffline: {
    zh: '线索涉及国家秘密，转为线下办理时；平台只留存根（保密法 §17）。',
    en: 'A lead is a state secret and is dealt with off the platform, which keeps a stub only.',
  },
  LeadAccepted: {
    zh: '案管部门同意受理时；随后编号。',
    en: 'Case administration accepts a lead at the single gate; a number follows.',
  },
  LeadNotAccepted: {
    zh: '案管部门说明理由不予受理时。',
    en: 'Case administration does not accept a lead, and says why.',
  },
  ReporterErased: {
    zh: '举报人信息的密钥决定销毁时；此后无人能再读到，其余记录不变。',
    en: "The key of a reporter's data is to be destroyed: nobody can read it again, everything else stands.",
  },
  ReporterOpened: {
    zh: '有人为写明的理由，在当日获准查阅举报人信息时。',
    en: 'Somebody is let see who the reporter is, on this day, for a stated reason.',
  },
  LeadHandlersChanged: {
    zh: '由线索形成的事项变更承办人，线索随之记载时。',
    en: 'The lead learns who handles the matter that came from it.',
  },
  NumberSeriesContinued: {
    zh: '接续纸质登记簿编号时；首个编号为原末号加一。',
    en: 'A paper register is carried on: the first number here is one more than its last.',
  },
  MatterNumbered: {
    zh: '事项取得编号时；编号即本事件在编号序列中的位置。',
    en: 'A matter gets its number, which is the place of this event in its series.',
  },
  NumberVoided: {
    zh: '编号作废时；该编号不再使用。',
    en: 'A number is void; it is never given again.',
  },
  MatterAccepted: {
    zh: '事项以其编号成立时；提请立案的期限自此起算。',
    en: 'The matter exists under its number; the time to propose filing begins.',
  },
  HandlerAssigned: {
    zh: '随机分案或者指定分案确定承办人时；候选人与种子可供任何人复核。',
    en: 'A handler is drawn or named; with candidates and seed anybody can draw again and get the same.',
  },
  HandlerReassigned: {
    zh: '事项改由其他检察官承办时。',
    en: 'Another prosecutor has the matter from now on.',
  },
  ConflictDeclared: {
    zh: '有关人员声明与本事项有或者没有利益冲突时。',
    en: 'Somebody declares to have, or not to have, a conflict with this matter.',
  },
  SignificanceAssessed: {
    zh: '承办人按目录标准评估重大性时；后次评估取代前次。',
    en: 'The handler scores the matter by the criteria of the catalogue; a later assessment replaces this one.',
  },
  FilingReviewed: {
    zh: '部门负责人审核立案意见时。',
    en: 'The department head looks at the proposal to file.',
  },
  FilingApproved: {
    zh: '批准立案时；调查核实、监督处理和质量检查由此开始。',
    en: 'The matter is filed: verification, disposition and quality check begin.',
  },
  FilingRejected: {
    zh: '不批准立案时；事项就此终止或者转为办事。',
    en: 'The matter is not filed: it ends, or goes on as a light task.',
  },
  PartyNotified: {
    zh: '告知举报人、申请人、被害人或者移送机关时（S2 §552、§561）。',
    en: 'A reporter, applicant, victim or transferring agency is told (S2 §552, §561).',
  },
  MatterVoided: {
    zh: '事项误立，予以作废时；其编号同时作废。',
    en: 'The matter was opened by mistake and is void, and so is its number.',
  },
  MatterEndNoted: {
    zh: '事项办结或者终结，受理环节随之记载时；此后不再分案。',
    en: 'Intake learns that the matter was concluded or terminated: nobody else is assigned to it.',
  },
  RecusalRequested: {
    zh: '有人申请他人回避，或者自行回避时（S9 §29–32；S5 §12–17；S6 §13–17；S4 §19–23）。',
    en: 'Somebody asks that a person stay away, or does so himself (S9 §29–32; S5 §12–17; S6 §13–17; S4 §19–23).',
  },
  RecusalDecided: {
    zh: '决定是否回避，以及此前行为是否有效时（S2 §36）。',
    en: 'It is decided whether the person stays away, and whether what was done before stands (S2 §36).',
  },
  HandlerSuspended: {
    zh: '回避申请待决，有关人员暂停办理本事项时。',
    en: 'A person may write nothing in this matter until the recusal is decided.',
  },
  HandlerResumed: {
    zh: '有关人员可以继续办理本事项时。',
    en: 'A person may go on with this matter.',
  },
};
