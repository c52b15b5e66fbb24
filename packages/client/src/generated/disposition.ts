// Generated from the API document; change the declaration of the command or query instead.

import type { Answer } from '../answer.ts';
import type { CommandOptions, OperationTable, QueryOptions } from '../operation.ts';
import type {
  CommandAnswer,
  DispositionAcceptEscalationInput,
  DispositionActOnFollowUpInput,
  DispositionArchiveDossierInput,
  DispositionAssessReplyInput,
  DispositionCheckDossierInput,
  DispositionConcludeMatterInput,
  DispositionConfirmAssessmentInput,
  DispositionContinueDocumentSeriesInput,
  DispositionCopyInstrumentInput,
  DispositionDecideReExaminationInput,
  DispositionDecideSuperiorReviewInput,
  DispositionDisposalCardAnswer,
  DispositionEscalateToSuperiorInput,
  DispositionEscalationsAnswer,
  DispositionFileWithSuperiorInput,
  DispositionHoldJointConferenceInput,
  DispositionInstrumentsAnswer,
  DispositionMakeDecisionInput,
  DispositionNotifySupervisedSuperiorInput,
  DispositionOrderInstrumentInput,
  DispositionRecordReplyInput,
  DispositionRequestReExaminationInput,
  DispositionRevokeOpinionInput,
  DispositionServeInstrumentInput,
  DispositionTerminateMatterInput,
  DispositionUrgeReplyInput,
  DispositionVerifyRectificationInput,
} from './schemas.ts';

/** 监督处理 / Disposition */
export interface DispositionApi {
  /** 召开检察官联席会议 / Hold a joint conference. `POST /v1/disposition/matters/{id}/hold-joint-conference` */
  holdJointConference(
    id: string,
    input: DispositionHoldJointConferenceInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 作出处理决定 / Make the decision. `POST /v1/disposition/matters/{id}/make-decision` */
  makeDecision(
    id: string,
    input: DispositionMakeDecisionInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 制作文书 / Order an instrument. `POST /v1/disposition/matters/{id}/order-instrument` */
  orderInstrument(
    id: string,
    input: DispositionOrderInstrumentInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 送达文书 / Serve an instrument. `POST /v1/disposition/matters/{id}/serve-instrument` */
  serveInstrument(
    id: string,
    input: DispositionServeInstrumentInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 报上一级院备案 / File an instrument with the superior. `POST /v1/disposition/matters/{id}/file-with-superior` */
  fileWithSuperior(
    id: string,
    input: DispositionFileWithSuperiorInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 抄送文书 / Send copies of an instrument. `POST /v1/disposition/matters/{id}/copy-instrument` */
  copyInstrument(
    id: string,
    input: DispositionCopyInstrumentInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 撤销监督意见 / Revoke an opinion. `POST /v1/disposition/matters/{id}/revoke-opinion` */
  revokeOpinion(
    id: string,
    input: DispositionRevokeOpinionInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 登记回复 / Record a reply. `POST /v1/disposition/matters/{id}/record-reply` */
  recordReply(
    id: string,
    input: DispositionRecordReplyInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 评价回复 / Assess a reply. `POST /v1/disposition/matters/{id}/assess-reply` */
  assessReply(
    id: string,
    input: DispositionAssessReplyInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 审核回复评价 / Confirm the assessment of a reply. `POST /v1/disposition/matters/{id}/confirm-assessment` */
  confirmAssessment(
    id: string,
    input: DispositionConfirmAssessmentInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 督促回复 / Urge a reply. `POST /v1/disposition/matters/{id}/urge-reply` */
  urgeReply(
    id: string,
    input: DispositionUrgeReplyInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 登记复查申请 / Record a request for re-examination. `POST /v1/disposition/matters/{id}/request-re-examination` */
  requestReExamination(
    id: string,
    input: DispositionRequestReExaminationInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 作出复查决定 / Decide on the re-examination. `POST /v1/disposition/matters/{id}/decide-re-examination` */
  decideReExamination(
    id: string,
    input: DispositionDecideReExaminationInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 报告上一级院 / Escalate to the superior. `POST /v1/disposition/matters/{id}/escalate-to-superior` */
  escalateToSuperior(
    id: string,
    input: DispositionEscalateToSuperiorInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 登记下级院报请 / Accept an escalation. `POST /v1/disposition/matters/{id}/accept-escalation` */
  acceptEscalation(
    id: string,
    input: DispositionAcceptEscalationInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 上级院审查 / Decide the superior review. `POST /v1/disposition/matters/{id}/decide-superior-review` */
  decideSuperiorReview(
    id: string,
    input: DispositionDecideSuperiorReviewInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 通报被监督单位上级机关 / Notify the supervised body's superior. `POST /v1/disposition/matters/{id}/notify-supervised-superior` */
  notifySupervisedSuperior(
    id: string,
    input: DispositionNotifySupervisedSuperiorInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 跟进 / Follow up. `POST /v1/disposition/matters/{id}/act-on-follow-up` */
  actOnFollowUp(
    id: string,
    input: DispositionActOnFollowUpInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 核实整改 / Verify rectification. `POST /v1/disposition/matters/{id}/verify-rectification` */
  verifyRectification(
    id: string,
    input: DispositionVerifyRectificationInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 办结 / Conclude the matter. `POST /v1/disposition/matters/{id}/conclude-matter` */
  concludeMatter(
    id: string,
    input: DispositionConcludeMatterInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 终结 / Terminate the matter. `POST /v1/disposition/matters/{id}/terminate-matter` */
  terminateMatter(
    id: string,
    input: DispositionTerminateMatterInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 检查卷宗 / Check the dossier. `POST /v1/disposition/matters/{id}/check-dossier` */
  checkDossier(
    id: string,
    input: DispositionCheckDossierInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 归档 / Archive the dossier. `POST /v1/disposition/matters/{id}/archive-dossier` */
  archiveDossier(
    id: string,
    input: DispositionArchiveDossierInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 接续纸质文号 / Continue a paper register of instruments. `POST /v1/disposition/document-series/{id}/continue-document-series` */
  continueDocumentSeries(
    id: string,
    input: DispositionContinueDocumentSeriesInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 监督处理卡 / Disposal card of a matter. `GET /v1/disposition/matters/{id}` */
  disposalCard(
    input: {
      /** 事项编号 / Matter */
      readonly id: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<DispositionDisposalCardAnswer>>;

  /** 文书台账 / Instruments. `GET /v1/disposition/instruments` */
  instruments(
    input?: {
      /** 检察院代码 / Code of the unit */
      readonly unit?: string;

      /** 事项编号 / Matter */
      readonly matter?: string;

      /** 目录代码 / Code of the catalogue */
      readonly kind?: string;

      /** 目录代码 / Code of the catalogue */
      readonly status?: string;
      readonly overdue?: 'true' | 'false';
      readonly cursor?: string;
      readonly limit?: number;
    },
    options?: QueryOptions,
  ): Promise<Answer<DispositionInstrumentsAnswer>>;

  /** 下级院报请 / Escalations from lower units. `GET /v1/disposition/escalations` */
  escalations(
    input?: {
      readonly stage?: 'waiting' | 'accepted' | 'decided' | 'told';
      readonly cursor?: string;
      readonly limit?: number;
    },
    options?: QueryOptions,
  ): Promise<Answer<DispositionEscalationsAnswer>>;
}

export const dispositionOperations = {
  holdJointConference: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/hold-joint-conference',
    body: true,
  },
  makeDecision: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/make-decision',
    body: true,
  },
  orderInstrument: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/order-instrument',
    body: true,
  },
  serveInstrument: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/serve-instrument',
    body: true,
  },
  fileWithSuperior: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/file-with-superior',
    body: true,
  },
  copyInstrument: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/copy-instrument',
    body: true,
  },
  revokeOpinion: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/revoke-opinion',
    body: true,
  },
  recordReply: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/record-reply',
    body: true,
  },
  assessReply: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/assess-reply',
    body: true,
  },
  confirmAssessment: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/confirm-assessment',
    body: true,
  },
  urgeReply: { kind: 'command', method: 'POST', path: '/v1/disposition/matters/{id}/urge-reply', body: true },
  requestReExamination: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/request-re-examination',
    body: true,
  },
  decideReExamination: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/decide-re-examination',
    body: true,
  },
  escalateToSuperior: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/escalate-to-superior',
    body: true,
  },
  acceptEscalation: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/accept-escalation',
    body: true,
  },
  decideSuperiorReview: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/decide-superior-review',
    body: true,
  },
  notifySupervisedSuperior: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/notify-supervised-superior',
    body: true,
  },
  actOnFollowUp: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/act-on-follow-up',
    body: true,
  },
  verifyRectification: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/verify-rectification',
    body: true,
  },
  concludeMatter: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/conclude-matter',
    body: true,
  },
  terminateMatter: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/terminate-matter',
    body: true,
  },
  checkDossier: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/check-dossier',
    body: true,
  },
  archiveDossier: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/matters/{id}/archive-dossier',
    body: true,
  },
  continueDocumentSeries: {
    kind: 'command',
    method: 'POST',
    path: '/v1/disposition/document-series/{id}/continue-document-series',
    body: true,
  },
  disposalCard: { kind: 'query', method: 'GET', path: '/v1/disposition/matters/{id}', body: false },
  instruments: { kind: 'query', method: 'GET', path: '/v1/disposition/instruments', body: false },
  escalations: { kind: 'query', method: 'GET', path: '/v1/disposition/escalations', body: false },
} as const satisfies OperationTable[string];
