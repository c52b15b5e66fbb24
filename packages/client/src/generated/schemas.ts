// Generated from the API document; change the declaration of the command or query instead.

export type AssessmentGradeQualityInput = {
  readonly parts: readonly {
    /** 目录代码 / Code of the catalogue */
    readonly part: string;
    readonly points: number;

    /** 正文 / Running text */
    readonly remark?: string;
  }[];
  readonly defects?: readonly string[];
  readonly vetoes?: readonly string[];

  /** 正文 / Running text */
  readonly opinion: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly gradedOn?: string;
};

export type AssessmentQualityCheckAnswer = {
  readonly id: string;
  readonly revision: number;
  readonly status: 'open' | 'due' | 'self_checked' | 'graded';
  readonly profile: {
    /** 事项类型 / Matter type */
    readonly type: string;

    /** 子类，如 should_file / Sub-kind, such as should_file */
    readonly subKind?: string;

    /** 检察院代码 / Code of the unit */
    readonly unit: string;

    /** 线索 / Lead */
    readonly lead: string;

    /** 案由，不写个人姓名 / Subject, without names of private persons */
    readonly title: string;

    /** 轨道：案件、办事 / Case or task */
    readonly track: 'case' | 'task';

    /** 普通、简易 / Full or simple */
    readonly procedure: 'full' | 'simple';

    /** 四大检察类别 / Procuratorial function */
    readonly function: 'criminal' | 'civil' | 'administrative' | 'public_interest';

    /** 业务条线 / Business line */
    readonly line: string;

    /** 承办部门 / Department */
    readonly department: string;
    readonly supervisedBody: {
      /** 单位或地点名称 / Name of a body or place */
      readonly name: string;

      /** 单位类别 / Kind of body */
      readonly kind:
        | 'public_security'
        | 'court'
        | 'detention_house'
        | 'prison'
        | 'community_correction'
        | 'supervision_commission'
        | 'procuratorate'
        | 'administrative'
        | 'enterprise'
        | 'other';

      /** 统一社会信用代码（GB 32100） / Unified social credit code */
      readonly creditCode?: string;
    };

    /** 违反的条款 / Clause broken */
    readonly clause?: string;

    /** 涉在押人员 / Touches a person in custody */
    readonly custody: boolean;

    /** 有应告知的当事人 / Somebody must be told the outcome */
    readonly complainant: boolean;

    /** 密级标识 / Secrecy label */
    readonly secrecy: 'public' | 'internal' | 'work_secret' | 'restricted';

    /** 专案准入名单 / Who may see it */
    readonly accessList?: readonly string[];

    /** 全国系统案件编号 / Case in the national system */
    readonly nationalCaseRef?: string;
  };

  /** 承办检察官 / Handling prosecutor */
  readonly handler: {
    /** 人员标识 / Person */
    readonly person: string;

    /** 姓名，任何文字 / Name of a person, any script */
    readonly name: string;

    /** 检察院代码 / Code of the unit */
    readonly unit?: string;
  };

  /** 办案组其他人员 / Others of the handling group */
  readonly assistants: readonly {
    /** 人员标识 / Person */
    readonly person: string;

    /** 姓名，任何文字 / Name of a person, any script */
    readonly name: string;

    /** 检察院代码 / Code of the unit */
    readonly unit?: string;
  }[];

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly concludedOn?: string;

  /** 自查期限 / Last day of the self-check */
  readonly selfCheckBy?: string;
  readonly selfCheck?: {
    /** 目录代码 / Code of the catalogue */
    readonly scheme: string;
    readonly answers: readonly {
      /** 目录代码 / Code of the catalogue */
      readonly question: string;
      readonly sound: boolean;

      /** 正文 / Running text */
      readonly remark?: string;
    }[];

    /** 目录代码 / Code of the catalogue */
    readonly proposedGrade: string;
    readonly defects?: readonly string[];

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly checkedOn: string;

    /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
    readonly clocksReplaced?: readonly {
      /** 期限代码 / Clock of the catalogue */
      readonly clock: string;

      /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
      readonly subject: string;

      /** 取代它的期限或事件 / Clock or event that took over */
      readonly by: string;
    }[];
  };
  readonly grades: readonly {
    /** 目录代码 / Code of the catalogue */
    readonly scheme: string;

    /** 目录代码 / Code of the catalogue */
    readonly grade: string;

    /** 检查、评查、提级 / Which layer graded */
    readonly layer: 'department' | 'review' | 'raised';
    readonly points?: number;

    /** 各项得分 / Points by part of the form */
    readonly parts?: readonly {
      /** 目录代码 / Code of the catalogue */
      readonly part: string;
      readonly points: number;

      /** 正文 / Running text */
      readonly remark?: string;
    }[];

    /** 发现的缺陷 / Defects found */
    readonly defects?: readonly string[];

    /** 一票否决情形 / What makes it fail at once */
    readonly vetoes?: readonly string[];
    readonly graders: readonly {
      /** 人员标识 / Person */
      readonly person: string;

      /** 姓名，任何文字 / Name of a person, any script */
      readonly name: string;

      /** 检察院代码 / Code of the unit */
      readonly unit?: string;
    }[];

    /** 正文 / Running text */
    readonly opinion: string;

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly gradedOn: string;

    /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
    readonly clocksReplaced?: readonly {
      /** 期限代码 / Clock of the catalogue */
      readonly clock: string;

      /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
      readonly subject: string;

      /** 取代它的期限或事件 / Clock or event that took over */
      readonly by: string;
    }[];
  }[];
  readonly etag: string;
};

export type AssessmentQualityChecksAnswer = {
  readonly items: readonly {
    readonly id: string;
    readonly status: 'open' | 'due' | 'self_checked' | 'graded';

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly concludedOn?: string;

    /** 自查期限 / Last day of the self-check */
    readonly selfCheckBy?: string;

    /** 检察院代码 / Code of the unit */
    readonly unit: string;

    /** 事项类型 / Matter type */
    readonly type: string;
    readonly title: string;
    readonly handler: string;
    readonly grade?: string;
    readonly scheme?: string;
  }[];
  readonly next?: string;
};

export type AssessmentSelfCheckInput = {
  readonly answers: readonly {
    /** 目录代码 / Code of the catalogue */
    readonly question: string;
    readonly sound: boolean;

    /** 正文 / Running text */
    readonly remark?: string;
  }[];

  /** 目录代码 / Code of the catalogue */
  readonly proposedGrade: string;
  readonly defects?: readonly string[];

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly checkedOn?: string;

  /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
  readonly clocksReplaced?: readonly {
    /** 期限代码 / Clock of the catalogue */
    readonly clock: string;

    /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
    readonly subject: string;

    /** 取代它的期限或事件 / Clock or event that took over */
    readonly by: string;
  }[];
};

export type CommandAnswer = {
  /** 对象编号 / Id of the thing */
  readonly id: string;

  /** 版次，用于If-Match / Revision, for If-Match */
  readonly revision: number;

  /** 日志位置，用于after / Position in the log, for after */
  readonly position: number;

  /** 发生的事件 / Types of the events */
  readonly events: readonly string[];
};

export type DemoClockAnswer = {
  readonly now: string;
  readonly today: string;
  readonly stands: boolean;
  readonly position: number;
};

export type DemoReleaseClockAnswer = {
  readonly now: string;
  readonly today: string;
  readonly stands: boolean;
  readonly position: number;
};

export type DemoSetClockAnswer = {
  readonly now: string;
  readonly today: string;
  readonly stands: boolean;
  readonly position: number;
};

export type DemoSetClockInput = {
  /** 新的时刻，只能向前 / The new instant, never earlier */
  readonly now: string;
};

export type DispositionAcceptEscalationInput = {
  /** 报请上级 / Escalation */
  readonly escalation?: string;

  /** 人员标识 / Person */
  readonly reviewer?: string;

  /** 目录代码 / Code of the catalogue */
  readonly line?: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly acceptedOn?: string;
};

export type DispositionActOnFollowUpInput = {
  readonly act: 'progress_letter' | 'visit' | 'talk' | 'joint_meeting' | 'listed_supervision';

  /** 文书 / Instrument */
  readonly instrument?: string;

  /** 正文 / Running text */
  readonly content: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly actedOn?: string;
};

export type DispositionArchiveDossierInput = {
  /** 永久、长期、短期 / How long it is kept */
  readonly retention?: 'permanent' | 'long' | 'short';

  /** 单行文字 / One line of text */
  readonly archiveNumber?: string;
  readonly volumes?: number;
  readonly pages?: number;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly archivedOn?: string;

  /** 未单独检查的，归档时清点 / Counted now where no check of its own was made */
  readonly documents?: readonly {
    /** 目录代码 / Code of the catalogue */
    readonly document: string;
    readonly copies: number;
  }[];
};

export type DispositionAssessReplyInput = {
  /** 回复 / Reply */
  readonly reply: string;

  /** 采纳情况 / Adoption */
  readonly adoption: 'full' | 'partial' | 'refused_with_reason' | 'refused' | 'perfunctory' | 'none';
  readonly issues?: readonly {
    /** 问题 / Issue */
    readonly issue: string;

    /** 采纳情况 / Adoption */
    readonly adoption: 'full' | 'partial' | 'refused_with_reason' | 'refused' | 'perfunctory' | 'none';
  }[];

  /** S4 §82 情形 / Facts of S4 §82 */
  readonly shortcomings?: readonly string[];

  /** 正文 / Running text */
  readonly opinion: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly assessedOn?: string;

  /** 退回并督促 / Send it back and urge at once */
  readonly urge?: {
    /** 函中载明的回复日期 / Last day written in the letter */
    readonly replyBy?: string;

    /** 正文 / Running text */
    readonly content?: string;
  };
};

export type DispositionCheckDossierInput = {
  readonly documents: readonly {
    /** 目录代码 / Code of the catalogue */
    readonly document: string;
    readonly copies: number;
  }[];

  /** 正文 / Running text */
  readonly remarks?: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly checkedOn?: string;
};

export type DispositionConcludeMatterInput = {
  /** 目录代码 / Code of the catalogue */
  readonly result: string;
  readonly effect: {
    readonly obtained: boolean;

    /** 监督效果证据 / Evidence of the effect */
    readonly evidence?: string;

    /** 不能取得效果的理由 / Why none was to be had */
    readonly whyNone?: string;

    /** 涉及人数 / Persons */
    readonly persons?: number;

    /** 追责人数 / Persons held to account */
    readonly heldToAccount?: number;

    /** 挽回金额（元） / Sum in yuan */
    readonly amount?: number;

    /** 建章立制数 / Rules made */
    readonly rules?: number;
  };

  /** 正文 / Running text */
  readonly opinion: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly concludedOn?: string;
};

export type DispositionConfirmAssessmentInput = {
  /** 回复 / Reply */
  readonly reply: string;
  readonly agreed: boolean;

  /** 正文 / Running text */
  readonly opinion?: string;
};

export type DispositionContinueDocumentSeriesInput = { readonly lastNumber: number };

export type DispositionCopyInstrumentInput = {
  /** 文书 / Instrument */
  readonly instrument: string;
  readonly to: readonly string[];

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly copiedOn?: string;
};

export type DispositionDecideReExaminationInput = {
  /** 文书 / Instrument */
  readonly instrument: string;

  /** 复查检察官，不得是原承办人 / Prosecutor other than the handler */
  readonly examiner: string;
  readonly outcome: 'upheld' | 'amended' | 'revoked';

  /** 正文 / Running text */
  readonly opinion: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly notifiedOn?: string;
};

export type DispositionDecideSuperiorReviewInput = {
  /** 报请上级 / Escalation */
  readonly escalation?: string;
  readonly outcome: 'correct' | 'partly_correct' | 'wrong';

  /** 正文 / Running text */
  readonly opinion: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly decidedOn?: string;
};

export type DispositionDisposalCardAnswer = {
  /** 事项编号 / Matter */
  readonly id: string;
  readonly etag: string;
  readonly phase: 'open' | 'concluded' | 'closed' | 'archived' | 'terminated';
  readonly escalatedTo: string | null;
  readonly instruments: readonly Readonly<Record<string, unknown>>[];
  readonly replies: readonly Readonly<Record<string, unknown>>[];
  readonly issues: readonly Readonly<Record<string, unknown>>[];
  readonly escalations: readonly Readonly<Record<string, unknown>>[];
  readonly decisions: readonly Readonly<Record<string, unknown>>[];
  readonly openClocks: readonly Readonly<Record<string, unknown>>[];
};

export type DispositionEscalateToSuperiorInput = {
  readonly instruments: readonly string[];

  /** 正文 / Running text */
  readonly opinion: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly escalatedOn?: string;
};

export type DispositionEscalationsAnswer = {
  readonly items: readonly { readonly id: string }[];
  readonly next?: string;
};

export type DispositionFileWithSuperiorInput = {
  /** 文书 / Instrument */
  readonly instrument: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly filedOn?: string;

  /** 检察院代码 / Code of the unit */
  readonly superior?: string;
};

export type DispositionHoldJointConferenceInput = {
  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly heldOn?: string;

  /** 人员标识 / Person */
  readonly chair?: string;
  readonly attendees: readonly string[];
  readonly inFavour: number;
  readonly against: number;

  /** 正文 / Running text */
  readonly question: string;

  /** 正文 / Running text */
  readonly advice: string;
};

export type DispositionInstrumentsAnswer = {
  readonly items: readonly { readonly id: string }[];
  readonly next?: string;
};

export type DispositionMakeDecisionInput = {
  readonly outcome: 'instruments' | 'no_action';
  readonly instruments?: readonly {
    /** 目录代码 / Code of the catalogue */
    readonly kind: string;

    /** 单行文字 / One line of text */
    readonly title?: string;

    /** 默认为被监督单位 / The supervised body unless told */
    readonly addressee?: {
      /** 单位或地点名称 / Name of a body or place */
      readonly name: string;

      /** 单位类别 / Kind of body */
      readonly kind:
        | 'public_security'
        | 'court'
        | 'detention_house'
        | 'prison'
        | 'community_correction'
        | 'supervision_commission'
        | 'procuratorate'
        | 'administrative'
        | 'enterprise'
        | 'other';

      /** 统一社会信用代码（GB 32100） / Unified social credit code */
      readonly creditCode?: string;
    };
    readonly issues?: readonly string[];
    readonly severity?: 'ordinary' | 'high';

    /** 文书载明的回复日期 / Last day written in it */
    readonly replyBy?: string;

    /** 文书载明的回复期限 / Time written in it */
    readonly replyWithin?: { readonly n: number; readonly unit: 'day' | 'workday' | 'month' };
  }[];

  /** 单行文字 / One line of text */
  readonly law?: string;

  /** 正文 / Running text */
  readonly opinion: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly decidedOn?: string;
  readonly vote?: {
    readonly members: number;
    readonly present: number;
    readonly inFavour: number;
    readonly against: number;

    /** 正文 / Running text */
    readonly minority?: string;
  };
};

export type DispositionNotifySupervisedSuperiorInput = {
  /** 报请上级 / Escalation */
  readonly escalation?: string;

  /** 单位或地点名称 / Name of a body or place */
  readonly body: string;

  /** 正文 / Running text */
  readonly content: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly notifiedOn?: string;
};

export type DispositionOrderInstrumentInput = {
  /** 目录代码 / Code of the catalogue */
  readonly kind: string;

  /** 单行文字 / One line of text */
  readonly title?: string;

  /** 默认为被监督单位 / The supervised body unless told */
  readonly addressee?: {
    /** 单位或地点名称 / Name of a body or place */
    readonly name: string;

    /** 单位类别 / Kind of body */
    readonly kind:
      | 'public_security'
      | 'court'
      | 'detention_house'
      | 'prison'
      | 'community_correction'
      | 'supervision_commission'
      | 'procuratorate'
      | 'administrative'
      | 'enterprise'
      | 'other';

    /** 统一社会信用代码（GB 32100） / Unified social credit code */
    readonly creditCode?: string;
  };
  readonly issues?: readonly string[];
  readonly severity?: 'ordinary' | 'high';

  /** 文书载明的回复日期 / Last day written in it */
  readonly replyBy?: string;

  /** 文书载明的回复期限 / Time written in it */
  readonly replyWithin?: { readonly n: number; readonly unit: 'day' | 'workday' | 'month' };

  /** 单行文字 / One line of text */
  readonly law?: string;

  /** 正文 / Running text */
  readonly opinion?: string;
};

export type DispositionRecordReplyInput = {
  readonly instruments: readonly string[];
  readonly issues?: readonly string[];
  readonly from?: {
    /** 单位或地点名称 / Name of a body or place */
    readonly name: string;

    /** 单位类别 / Kind of body */
    readonly kind:
      | 'public_security'
      | 'court'
      | 'detention_house'
      | 'prison'
      | 'community_correction'
      | 'supervision_commission'
      | 'procuratorate'
      | 'administrative'
      | 'enterprise'
      | 'other';

    /** 统一社会信用代码（GB 32100） / Unified social credit code */
    readonly creditCode?: string;
  };
  readonly kind: 'explanation' | 'decision_document' | 'rectification' | 'objection' | 'progress';

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly receivedOn?: string;
  readonly enteredFrom?: 'paper' | 'exchange';

  /** 正文 / Running text */
  readonly content: string;
  readonly documents?: readonly string[];
};

export type DispositionRequestReExaminationInput = {
  /** 文书 / Instrument */
  readonly instrument: string;
  readonly remedy?: 're_examination' | 'reconsideration' | 'superior_review';
  readonly by?: {
    /** 单位或地点名称 / Name of a body or place */
    readonly name: string;

    /** 单位类别 / Kind of body */
    readonly kind:
      | 'public_security'
      | 'court'
      | 'detention_house'
      | 'prison'
      | 'community_correction'
      | 'supervision_commission'
      | 'procuratorate'
      | 'administrative'
      | 'enterprise'
      | 'other';

    /** 统一社会信用代码（GB 32100） / Unified social credit code */
    readonly creditCode?: string;
  };

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly receivedOn?: string;
  readonly enteredFrom?: 'paper' | 'exchange';

  /** 正文 / Running text */
  readonly content: string;
};

export type DispositionRevokeOpinionInput = {
  /** 文书 / Instrument */
  readonly instrument: string;

  /** 正文 / Running text */
  readonly opinion: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly revokedOn?: string;
};

export type DispositionServeInstrumentInput = {
  /** 文书 / Instrument */
  readonly instrument: string;
  readonly method: 'direct' | 'announced' | 'post' | 'electronic' | 'left_behind';

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly servedOn?: string;

  /** 签收人 / Who signed for it */
  readonly receivedBy?: string;

  /** 送达回证 / Proof of service */
  readonly proof: string;
  readonly evidenceEnclosed?: boolean;
};

export type DispositionTerminateMatterInput = {
  readonly ground: 'withdrawn' | 'no_violation' | 'taken_over' | 'body_gone';

  /** 正文 / Running text */
  readonly opinion: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly terminatedOn?: string;
};

export type DispositionUrgeReplyInput = {
  /** 文书 / Instrument */
  readonly instrument: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly urgedOn?: string;

  /** 函中载明的回复日期 / Last day written in the letter */
  readonly replyBy?: string;

  /** 正文 / Running text */
  readonly content?: string;
};

export type DispositionVerifyRectificationInput = {
  readonly persons: readonly string[];
  readonly instruments?: readonly string[];
  readonly issues?: readonly {
    /** 问题 / Issue */
    readonly issue: string;
    readonly corrected: boolean;

    /** 正文 / Running text */
    readonly finding?: string;
  }[];
  readonly corrected?: boolean;

  /** 正文 / Running text */
  readonly finding: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly verifiedOn?: string;
};

export type IntakeAcceptLeadInput = {
  /** 事项类型 / Matter type */
  readonly type?: string;

  /** 目录代码 / Code of the catalogue */
  readonly subKind?: string;

  /** 单行文字 / One line of text */
  readonly title?: string;

  /** 目录代码 / Code of the catalogue */
  readonly department?: string;

  /** 单行文字 / One line of text */
  readonly nationalCaseRef?: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly acceptedOn?: string;
};

export type IntakeApproveFilingInput = {
  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly filedOn?: string;

  /** 普通、简易 / Full or simple */
  readonly procedure?: 'full' | 'simple';
  readonly plan?: {
    /** 拟查明的问题 / What is to be found out */
    readonly aim: string;

    /** 拟采取的措施 / Measures intended */
    readonly measures: readonly string[];
    readonly steps?: readonly string[];

    /** 办案组、巡回组 / Team */
    readonly team: readonly string[];

    /** 应回避的派驻人员等 / Who stays away */
    readonly recused?: readonly string[];

    /** 单位或地点名称 / Name of a body or place */
    readonly place?: string;

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly from?: string;

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly until?: string;
    readonly unannounced?: boolean;
  };

  /** 正文 / Running text */
  readonly opinion?: string;
};

export type IntakeAssessSignificanceInput = {
  readonly scores: readonly {
    /** 目录代码 / Code of the catalogue */
    readonly criterion: string;
    readonly points: number;

    /** 正文 / Running text */
    readonly ground?: string;
  }[];
  readonly vetoes?: readonly string[];

  /** 正文 / Running text */
  readonly opinion?: string;
};

export type IntakeContinueSeriesInput = { readonly lastNumber: number };

export type IntakeDecideRecusalInput = {
  /** 回避程序 / Recusal */
  readonly recusal: string;
  readonly granted: boolean;
  readonly earlierActsStand?: boolean;

  /** 正文 / Running text */
  readonly opinion: string;
};

export type IntakeDeclareConflictInput = {
  readonly conflict: boolean;

  /** 目录代码 / Code of the catalogue */
  readonly ground?: string;

  /** 正文 / Running text */
  readonly statement?: string;
};

export type IntakeEraseReporterInput = {
  readonly ground: 'on_request' | 'purpose_fulfilled' | 'retention_ended' | 'order';

  /** 依据 / Legal basis */
  readonly basis: string;
};

export type IntakeKeepOfflineInput = {
  /** 检察院代码 / Code of the unit */
  readonly unit: string;

  /** 单行文字 / One line of text */
  readonly offlineNumber: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly keptOn?: string;
};

export type IntakeLeadAnswer = Readonly<Record<string, unknown>>;

export type IntakeLeadPoolAnswer = {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next?: string;
  readonly total: number;
};

export type IntakeMatterAnswer = Readonly<Record<string, unknown>>;

export type IntakeMergeLeadInput = {
  /** 线索 / Lead */
  readonly into: string;

  /** 正文 / Running text */
  readonly opinion: string;
};

export type IntakeNotifyPartyInput = {
  readonly party: 'reporter' | 'applicant' | 'victim' | 'transferring_agency';
  readonly about: 'acceptance' | 'filing' | 'not_filed' | 'reasons_upheld' | 'outcome';
  readonly method: 'in_person' | 'in_writing' | 'by_phone' | 'electronic';

  /** 正文 / Running text */
  readonly content?: string;

  /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
  readonly clocksReplaced?: readonly {
    /** 期限代码 / Clock of the catalogue */
    readonly clock: string;

    /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
    readonly subject: string;

    /** 取代它的期限或事件 / Clock or event that took over */
    readonly by: string;
  }[];

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly notifiedOn?: string;
};

export type IntakeNumberSeriesAnswer = {
  readonly series: string;

  /** 事项类型 / Matter type */
  readonly type: string;

  /** 检察院代码 / Code of the unit */
  readonly unit: string;

  /** 编号年度 / Year of the register */
  readonly year: number;
  readonly continuedFrom: number;
  readonly last: number;
  readonly gapless: boolean;
  readonly gaps: readonly number[];
  readonly numbers: readonly {
    readonly sequence: number;
    readonly matter: string;
    readonly on: string;
    readonly revision: number;
    readonly event: string;
    readonly voidedFor: string | null;
  }[];
};

export type IntakeNumberSeriesListAnswer = { readonly items: readonly Readonly<Record<string, unknown>>[] };

export type IntakeOpenReporterInput = {
  /** 正文 / Running text */
  readonly purpose: string;
};

export type IntakeReassignHandlerInput = {
  /** 人员标识 / Person */
  readonly handler: string;
  readonly assistants?: readonly string[];

  /** 正文 / Running text */
  readonly opinion: string;
};

export type IntakeReceiveLeadInput = {
  /** 检察院代码 / Code of the unit */
  readonly unit: string;

  /** 目录代码 / Code of the catalogue */
  readonly source: string;

  /** 目录代码 / Code of the catalogue */
  readonly channel?: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly receivedOn?: string;

  /** 拟归入的事项类型 / Matter type it points to */
  readonly type?: string;

  /** 目录代码 / Code of the catalogue */
  readonly subKind?: string;

  /** 案由，不写个人姓名 / Subject, without names of private persons */
  readonly title: string;

  /** 事实概要，不写个人姓名 / Facts, without names of private persons */
  readonly facts?: string;

  /** 来访来信原文 / The words of the person who came */
  readonly statement?: string;
  readonly supervisedBody: {
    /** 单位或地点名称 / Name of a body or place */
    readonly name: string;
    readonly kind?:
      | 'public_security'
      | 'court'
      | 'detention_house'
      | 'prison'
      | 'community_correction'
      | 'supervision_commission'
      | 'procuratorate'
      | 'administrative'
      | 'enterprise'
      | 'other';

    /** 统一社会信用代码（GB 32100） / Unified social credit code */
    readonly creditCode?: string;
  };

  /** 单行文字 / One line of text */
  readonly clause?: string;

  /** 单位或地点名称 / Name of a body or place */
  readonly place?: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly happenedFrom?: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly happenedTo?: string;

  /** 涉案金额（元） / Sum in yuan */
  readonly amount?: number;

  /** 涉及人数 / Persons concerned */
  readonly persons?: number;
  readonly reporter?: {
    readonly kind: 'citizen' | 'enterprise' | 'agency' | 'anonymous';

    /** 姓名，任何文字 / Name of a person, any script */
    readonly name?: string;
    readonly idNumber?: string;
    readonly phone?: string;

    /** 单行文字 / One line of text */
    readonly address?: string;

    /** 使用的语言 / Language used */
    readonly language?: string;
  };

  /** 单行文字 / One line of text */
  readonly nationalCaseRef?: string;
  readonly accessList?: readonly string[];
  readonly custody?: boolean;

  /** 密级标识 / Secrecy label */
  readonly secrecy?: 'public' | 'internal' | 'work_secret' | 'restricted';
};

export type IntakeRegisterLeadInput = {
  /** 检察院代码 / Code of the unit */
  readonly unit: string;

  /** 目录代码 / Code of the catalogue */
  readonly source: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly discoveredOn?: string;

  /** 发现人，默认为登记人 / Who found it; who enters it unless told */
  readonly discoverer?: string;

  /** 目录代码 / Code of the catalogue */
  readonly line?: string;

  /** 目录代码 / Code of the catalogue */
  readonly department?: string;

  /** 拟归入的事项类型 / Matter type it points to */
  readonly type?: string;

  /** 目录代码 / Code of the catalogue */
  readonly subKind?: string;

  /** 案由，不写个人姓名 / Subject, without names of private persons */
  readonly title: string;

  /** 事实概要，不写个人姓名 / Facts, without names of private persons */
  readonly facts?: string;

  /** 来访来信原文 / The words of the person who came */
  readonly statement?: string;
  readonly supervisedBody: {
    /** 单位或地点名称 / Name of a body or place */
    readonly name: string;
    readonly kind?:
      | 'public_security'
      | 'court'
      | 'detention_house'
      | 'prison'
      | 'community_correction'
      | 'supervision_commission'
      | 'procuratorate'
      | 'administrative'
      | 'enterprise'
      | 'other';

    /** 统一社会信用代码（GB 32100） / Unified social credit code */
    readonly creditCode?: string;
  };

  /** 单行文字 / One line of text */
  readonly clause?: string;

  /** 单位或地点名称 / Name of a body or place */
  readonly place?: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly happenedFrom?: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly happenedTo?: string;

  /** 涉案金额（元） / Sum in yuan */
  readonly amount?: number;

  /** 涉及人数 / Persons concerned */
  readonly persons?: number;
  readonly reporter?: {
    readonly kind: 'citizen' | 'enterprise' | 'agency' | 'anonymous';

    /** 姓名，任何文字 / Name of a person, any script */
    readonly name?: string;
    readonly idNumber?: string;
    readonly phone?: string;

    /** 单行文字 / One line of text */
    readonly address?: string;

    /** 使用的语言 / Language used */
    readonly language?: string;
  };

  /** 单行文字 / One line of text */
  readonly nationalCaseRef?: string;
  readonly accessList?: readonly string[];
  readonly custody?: boolean;

  /** 密级标识 / Secrecy label */
  readonly secrecy?: 'public' | 'internal' | 'work_secret' | 'restricted';
  readonly fromInstrument?: {
    /** 事项编号 / Matter */
    readonly matter: string;

    /** 文书 / Instrument */
    readonly instrument: string;
  };
};

export type IntakeRegisterReceivedLeadInput = {
  /** 拟归入的事项类型 / Matter type it points to */
  readonly type?: string;

  /** 目录代码 / Code of the catalogue */
  readonly subKind?: string;

  /** 案由，不写个人姓名 / Subject, without names of private persons */
  readonly title?: string;

  /** 事实概要，不写个人姓名 / Facts, without names of private persons */
  readonly facts?: string;
  readonly supervisedBody?: {
    /** 单位或地点名称 / Name of a body or place */
    readonly name: string;
    readonly kind?:
      | 'public_security'
      | 'court'
      | 'detention_house'
      | 'prison'
      | 'community_correction'
      | 'supervision_commission'
      | 'procuratorate'
      | 'administrative'
      | 'enterprise'
      | 'other';

    /** 统一社会信用代码（GB 32100） / Unified social credit code */
    readonly creditCode?: string;
  };

  /** 单行文字 / One line of text */
  readonly clause?: string;

  /** 单位或地点名称 / Name of a body or place */
  readonly place?: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly happenedFrom?: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly happenedTo?: string;

  /** 涉案金额（元） / Sum in yuan */
  readonly amount?: number;

  /** 涉及人数 / Persons concerned */
  readonly persons?: number;

  /** 单行文字 / One line of text */
  readonly nationalCaseRef?: string;
  readonly accessList?: readonly string[];
  readonly custody?: boolean;

  /** 密级标识 / Secrecy label */
  readonly secrecy?: 'public' | 'internal' | 'work_secret' | 'restricted';

  /** 目录代码 / Code of the catalogue */
  readonly line?: string;

  /** 目录代码 / Code of the catalogue */
  readonly department?: string;
};

export type IntakeRejectFilingInput = {
  readonly outcome: 'not_filed' | 'task';

  /** 正文 / Running text */
  readonly opinion: string;
};

export type IntakeRejectLeadInput = {
  /** 正文 / Running text */
  readonly opinion: string;
};

export type IntakeReporterAnswer = {
  /** 线索 / Lead */
  readonly lead: string;
  readonly erased: boolean;
  readonly reporter: {
    readonly kind?: 'citizen' | 'enterprise' | 'agency' | 'anonymous';
    readonly name?: string | null;
    readonly idNumber?: string;
    readonly phone?: string;

    /** 单行文字 / One line of text */
    readonly address?: string;

    /** 使用的语言 / Language used */
    readonly language?: string;
  } | null;
  readonly statement: string | null;
};

export type IntakeRequestRecusalInput = {
  /** 人员标识 / Person */
  readonly challenged: string;
  readonly by: {
    readonly kind: 'self' | 'party' | 'representative' | 'ordered';

    /** 姓名，任何文字 / Name of a person, any script */
    readonly name?: string;
  };

  /** 目录代码 / Code of the catalogue */
  readonly ground: string;

  /** 正文 / Running text */
  readonly statement?: string;
  readonly urgent?: boolean;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly receivedOn?: string;
};

export type IntakeReviewFilingInput = {
  readonly agreed: boolean;

  /** 正文 / Running text */
  readonly opinion?: string;
};

export type IntakeScreenLeadInput = {
  readonly result: 'accept' | 'reject' | 'task';

  /** 事项类型 / Matter type */
  readonly type?: string;

  /** 目录代码 / Code of the catalogue */
  readonly subKind?: string;

  /** 目录代码 / Code of the catalogue */
  readonly department?: string;

  /** 正文 / Running text */
  readonly opinion: string;
};

export type IntakeTransferIssueInput = {
  /** 检察院代码 / Code of the unit */
  readonly unit: string;

  /** 事项编号 / Matter */
  readonly matter: string;

  /** 问题 / Issue */
  readonly issue: string;

  /** 检察院代码 / Code of the unit */
  readonly toUnit?: string;
  readonly toBody?: {
    /** 单位或地点名称 / Name of a body or place */
    readonly name: string;

    /** 单位类别 / Kind of body */
    readonly kind:
      | 'public_security'
      | 'court'
      | 'detention_house'
      | 'prison'
      | 'community_correction'
      | 'supervision_commission'
      | 'procuratorate'
      | 'administrative'
      | 'enterprise'
      | 'other';

    /** 统一社会信用代码（GB 32100） / Unified social credit code */
    readonly creditCode?: string;
  };

  /** 正文 / Running text */
  readonly opinion: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly transferredOn?: string;

  /** 事项类型 / Matter type */
  readonly type?: string;

  /** 单行文字 / One line of text */
  readonly title: string;
  readonly supervisedBody: {
    /** 单位或地点名称 / Name of a body or place */
    readonly name: string;

    /** 单位类别 / Kind of body */
    readonly kind:
      | 'public_security'
      | 'court'
      | 'detention_house'
      | 'prison'
      | 'community_correction'
      | 'supervision_commission'
      | 'procuratorate'
      | 'administrative'
      | 'enterprise'
      | 'other';

    /** 统一社会信用代码（GB 32100） / Unified social credit code */
    readonly creditCode?: string;
  };

  /** 单行文字 / One line of text */
  readonly clause?: string;

  /** 目录代码 / Code of the catalogue */
  readonly source?: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly discoveredOn?: string;
  readonly custody?: boolean;
  readonly accessList: readonly string[];
};

export type IntakeTransferLeadInput = {
  /** 检察院代码 / Code of the unit */
  readonly toUnit?: string;
  readonly toBody?: {
    /** 单位或地点名称 / Name of a body or place */
    readonly name: string;

    /** 单位类别 / Kind of body */
    readonly kind:
      | 'public_security'
      | 'court'
      | 'detention_house'
      | 'prison'
      | 'community_correction'
      | 'supervision_commission'
      | 'procuratorate'
      | 'administrative'
      | 'enterprise'
      | 'other';

    /** 统一社会信用代码（GB 32100） / Unified social credit code */
    readonly creditCode?: string;
  };

  /** 正文 / Running text */
  readonly opinion: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly transferredOn?: string;
};

export type IntakeVoidNumberInput = {
  /** 正文 / Running text */
  readonly opinion: string;
};

export type InvestigationApprovePlanInput = {
  readonly plan: {
    /** 拟查明的问题 / What is to be found out */
    readonly aim: string;

    /** 拟采取的措施 / Measures intended */
    readonly measures: readonly string[];
    readonly steps?: readonly string[];

    /** 办案组、巡回组 / Team */
    readonly team: readonly string[];

    /** 应回避的派驻人员等 / Who stays away */
    readonly recused?: readonly string[];

    /** 单位或地点名称 / Name of a body or place */
    readonly place?: string;

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly from?: string;

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly until?: string;
    readonly unannounced?: boolean;
  };

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly approvedOn?: string;
};

export type InvestigationCloseIssuesInput = {
  readonly issues: readonly {
    /** 问题 / Issue */
    readonly issue: string;
    readonly result: 'corrected' | 'transferred' | 'no_effect_obtainable' | 'unfounded';

    /** 正文 / Running text */
    readonly evidence: string;
  }[];

  /** 复核人 / Who checked again */
  readonly checkedBy?: readonly string[];

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly closedOn?: string;
};

export type InvestigationEndExclusionInput = {
  /** 不计入期间 / Excluded period */
  readonly exclusion: string;

  /** 恢复计算之日 / First day that counts again */
  readonly to?: string;

  /** 单行文字 / One line of text */
  readonly proof?: string;
};

export type InvestigationExtendPeriodInput = {
  /** 期限代码 / Clock of the catalogue */
  readonly clock: string;

  /** 缺省为事项本身 / The matter itself unless told */
  readonly subject?: string;
  readonly by: { readonly n: number; readonly unit: 'day' | 'workday' | 'month' };

  /** 正文 / Running text */
  readonly opinion: string;
};

export type InvestigationFindIssuesInput = {
  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly foundOn?: string;
  readonly issues: readonly {
    /** 轻微、违法、重大隐患、犯罪线索 / Slight, violation, hazard, lead of a crime */
    readonly grade: 'slight' | 'violation' | 'hazard' | 'crime_lead';

    /** 缺省按分级处理 / As the grade demands unless told */
    readonly response?: 'oral_correction' | 'written_correction' | 'recommendation' | 'transfer';

    /** 单行文字 / One line of text */
    readonly title: string;

    /** 单行文字 / One line of text */
    readonly clause: string;
    readonly body?: {
      /** 单位或地点名称 / Name of a body or place */
      readonly name: string;

      /** 单位类别 / Kind of body */
      readonly kind:
        | 'public_security'
        | 'court'
        | 'detention_house'
        | 'prison'
        | 'community_correction'
        | 'supervision_commission'
        | 'procuratorate'
        | 'administrative'
        | 'enterprise'
        | 'other';

      /** 统一社会信用代码（GB 32100） / Unified social credit code */
      readonly creditCode?: string;
    };

    /** 正文 / Running text */
    readonly facts?: string;
    readonly oralCorrection?: {
      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly givenOn?: string;

      /** 单行文字 / One line of text */
      readonly givenTo: string;

      /** 正文 / Running text */
      readonly content: string;

      /** 指定的更短期限 / Shorter date fixed on the spot */
      readonly correctBy?: string;
    };
  }[];
};

export type InvestigationMatterAnswer = {
  readonly id: string;
  readonly revision: number;
  readonly profile: {
    /** 事项类型 / Matter type */
    readonly type: string;

    /** 子类，如 should_file / Sub-kind, such as should_file */
    readonly subKind?: string;

    /** 检察院代码 / Code of the unit */
    readonly unit: string;

    /** 线索 / Lead */
    readonly lead: string;

    /** 案由，不写个人姓名 / Subject, without names of private persons */
    readonly title: string;

    /** 轨道：案件、办事 / Case or task */
    readonly track: 'case' | 'task';

    /** 普通、简易 / Full or simple */
    readonly procedure: 'full' | 'simple';

    /** 四大检察类别 / Procuratorial function */
    readonly function: 'criminal' | 'civil' | 'administrative' | 'public_interest';

    /** 业务条线 / Business line */
    readonly line: string;

    /** 承办部门 / Department */
    readonly department: string;
    readonly supervisedBody: {
      /** 单位或地点名称 / Name of a body or place */
      readonly name: string;

      /** 单位类别 / Kind of body */
      readonly kind:
        | 'public_security'
        | 'court'
        | 'detention_house'
        | 'prison'
        | 'community_correction'
        | 'supervision_commission'
        | 'procuratorate'
        | 'administrative'
        | 'enterprise'
        | 'other';

      /** 统一社会信用代码（GB 32100） / Unified social credit code */
      readonly creditCode?: string;
    };

    /** 违反的条款 / Clause broken */
    readonly clause?: string;

    /** 涉在押人员 / Touches a person in custody */
    readonly custody: boolean;

    /** 有应告知的当事人 / Somebody must be told the outcome */
    readonly complainant: boolean;

    /** 密级标识 / Secrecy label */
    readonly secrecy: 'public' | 'internal' | 'work_secret' | 'restricted';

    /** 专案准入名单 / Who may see it */
    readonly accessList?: readonly string[];

    /** 全国系统案件编号 / Case in the national system */
    readonly nationalCaseRef?: string;
  };

  /** 承办检察官 / Handling prosecutor */
  readonly handler: {
    /** 人员标识 / Person */
    readonly person: string;

    /** 姓名，任何文字 / Name of a person, any script */
    readonly name: string;

    /** 检察院代码 / Code of the unit */
    readonly unit?: string;
  };

  /** 办案组其他人员 / Others of the handling group */
  readonly assistants: readonly {
    /** 人员标识 / Person */
    readonly person: string;

    /** 姓名，任何文字 / Name of a person, any script */
    readonly name: string;

    /** 检察院代码 / Code of the unit */
    readonly unit?: string;
  }[];
  readonly suspended: readonly string[];

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly filedOn: string;

  /** 检察院代码 / Code of the unit */
  readonly escalatedTo?: string;
  readonly plan?: {
    readonly aim?: string;

    /** 拟采取的措施 / Measures intended */
    readonly measures: readonly string[];
    readonly steps?: readonly string[];

    /** 办案组、巡回组 / Team */
    readonly team: readonly {
      /** 人员标识 / Person */
      readonly person: string;

      /** 姓名，任何文字 / Name of a person, any script */
      readonly name: string;

      /** 检察院代码 / Code of the unit */
      readonly unit?: string;
    }[];

    /** 应回避的派驻人员等 / Who stays away */
    readonly recused?: readonly {
      /** 人员标识 / Person */
      readonly person: string;

      /** 姓名，任何文字 / Name of a person, any script */
      readonly name: string;

      /** 检察院代码 / Code of the unit */
      readonly unit?: string;
    }[];

    /** 单位或地点名称 / Name of a body or place */
    readonly place?: string;

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly from?: string;

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly until?: string;
    readonly unannounced?: boolean;
  };
  readonly onSite?: {
    /** 单位或地点名称 / Name of a body or place */
    readonly place: string;
    readonly team: readonly {
      /** 人员标识 / Person */
      readonly person: string;

      /** 姓名，任何文字 / Name of a person, any script */
      readonly name: string;

      /** 检察院代码 / Code of the unit */
      readonly unit?: string;
    }[];

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly startedOn: string;
    readonly announced: boolean;

    /** 已公布举报电话 / Hotline made known */
    readonly hotlinePublished?: boolean;

    /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
    readonly clocksReplaced?: readonly {
      /** 期限代码 / Clock of the catalogue */
      readonly clock: string;

      /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
      readonly subject: string;

      /** 取代它的期限或事件 / Clock or event that took over */
      readonly by: string;
    }[];
  };
  readonly measures: readonly {
    /** 措施 / Measure */
    readonly measure: string;

    /** 目录代码 / Code of the catalogue */
    readonly kind: string;
    readonly persons: readonly {
      /** 人员标识 / Person */
      readonly person: string;

      /** 姓名，任何文字 / Name of a person, any script */
      readonly name: string;

      /** 检察院代码 / Code of the unit */
      readonly unit?: string;
    }[];

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly takenOn: string;

    /** 单位或地点名称 / Name of a body or place */
    readonly place?: string;
    readonly questionnaires?: number;

    /** 目录代码 / Code of the catalogue */
    readonly language?: string;
    readonly interpreter?: boolean;
    readonly finding?: string;
    readonly documents?: readonly {
      /** 单行文字 / One line of text */
      readonly title: string;
      readonly pages?: number;

      /** 单行文字 / One line of text */
      readonly hash?: string;
    }[];
    readonly issues?: readonly string[];

    /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
    readonly clocksReplaced?: readonly {
      /** 期限代码 / Clock of the catalogue */
      readonly clock: string;

      /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
      readonly subject: string;

      /** 取代它的期限或事件 / Clock or event that took over */
      readonly by: string;
    }[];
    readonly heard?: { readonly count: number; readonly kinds: readonly string[] };
  }[];
  readonly refusedMeasures: readonly {
    /** 目录代码 / Code of the catalogue */
    readonly kind: string;
    readonly body: {
      /** 单位或地点名称 / Name of a body or place */
      readonly name: string;

      /** 单位类别 / Kind of body */
      readonly kind:
        | 'public_security'
        | 'court'
        | 'detention_house'
        | 'prison'
        | 'community_correction'
        | 'supervision_commission'
        | 'procuratorate'
        | 'administrative'
        | 'enterprise'
        | 'other';

      /** 统一社会信用代码（GB 32100） / Unified social credit code */
      readonly creditCode?: string;
    };

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly refusedOn: string;
    readonly ground?: string;

    /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
    readonly clocksReplaced?: readonly {
      /** 期限代码 / Clock of the catalogue */
      readonly clock: string;

      /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
      readonly subject: string;

      /** 取代它的期限或事件 / Clock or event that took over */
      readonly by: string;
    }[];
  }[];
  readonly issues: readonly {
    /** 问题 / Issue */
    readonly issue: string;

    /** 轻微、违法、重大隐患、犯罪线索 / Slight, violation, hazard, lead of a crime */
    readonly grade: 'slight' | 'violation' | 'hazard' | 'crime_lead';

    /** 口头纠正、书面纠正、检察建议、移送 / Answer to the finding */
    readonly response: 'oral_correction' | 'written_correction' | 'recommendation' | 'transfer';

    /** 单行文字 / One line of text */
    readonly title: string;

    /** 单行文字 / One line of text */
    readonly clause: string;
    readonly body: {
      /** 单位或地点名称 / Name of a body or place */
      readonly name: string;

      /** 单位类别 / Kind of body */
      readonly kind:
        | 'public_security'
        | 'court'
        | 'detention_house'
        | 'prison'
        | 'community_correction'
        | 'supervision_commission'
        | 'procuratorate'
        | 'administrative'
        | 'enterprise'
        | 'other';

      /** 统一社会信用代码（GB 32100） / Unified social credit code */
      readonly creditCode?: string;
    };

    /** 正文 / Running text */
    readonly facts?: string;

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly foundOn: string;

    /** 口头纠正意见 / Oral correction */
    readonly oralCorrection?: {
      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly givenOn: string;

      /** 单行文字 / One line of text */
      readonly givenTo: string;

      /** 正文 / Running text */
      readonly content: string;
    };

    /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
    readonly clocksReplaced?: readonly {
      /** 期限代码 / Clock of the catalogue */
      readonly clock: string;

      /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
      readonly subject: string;

      /** 取代它的期限或事件 / Clock or event that took over */
      readonly by: string;
    }[];

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly oralDue?: string;

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly overdueSince?: string;
    readonly instruments: readonly {
      /** 文书 / Instrument */
      readonly instrument: string;
      readonly kind: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly issuedOn: string;
    }[];

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly servedOn?: string;
    readonly answered?: boolean;
    readonly seenCorrected?: boolean;
    readonly transferred?: {
      /** 线索 / Lead */
      readonly lead: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly transferredOn: string;

      /** 密级标识 / Secrecy label */
      readonly secrecy: 'public' | 'internal' | 'work_secret' | 'restricted';

      /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
      readonly clocksReplaced?: readonly {
        /** 期限代码 / Clock of the catalogue */
        readonly clock: string;

        /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
        readonly subject: string;

        /** 取代它的期限或事件 / Clock or event that took over */
        readonly by: string;
      }[];
    };
    readonly closed?: {
      readonly result: 'corrected' | 'transferred' | 'no_effect_obtainable' | 'unfounded';

      /** 正文 / Running text */
      readonly evidence: string;

      /** 复核人 / Who checked again */
      readonly checkedBy?: readonly {
        /** 人员标识 / Person */
        readonly person: string;

        /** 姓名，任何文字 / Name of a person, any script */
        readonly name: string;

        /** 检察院代码 / Code of the unit */
        readonly unit?: string;
      }[];

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly closedOn: string;

      /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
      readonly clocksReplaced?: readonly {
        /** 期限代码 / Clock of the catalogue */
        readonly clock: string;

        /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
        readonly subject: string;

        /** 取代它的期限或事件 / Clock or event that took over */
        readonly by: string;
      }[];
    };
  }[];
  readonly extensions: readonly {
    /** 期限代码 / Clock of the catalogue */
    readonly clock: string;

    /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
    readonly subject: string;
    readonly by: { readonly n: number; readonly unit: 'day' | 'workday' | 'month' };

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly dueBefore: string;

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly dueAfter: string;

    /** 正文 / Running text */
    readonly opinion: string;

    /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
    readonly clocksReplaced?: readonly {
      /** 期限代码 / Clock of the catalogue */
      readonly clock: string;

      /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
      readonly subject: string;

      /** 取代它的期限或事件 / Clock or event that took over */
      readonly by: string;
    }[];
  }[];
  readonly exclusions: readonly {
    /** 不计入期间 / Excluded period */
    readonly exclusion: string;

    /** 期限代码 / Clock of the catalogue */
    readonly clock: string;

    /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
    readonly subject: string;

    /** 目录代码 / Code of the catalogue */
    readonly ground: string;

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly from: string;

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly recordedOn: string;

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly dueBefore: string;

    /** 正文 / Running text */
    readonly opinion?: string;

    /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
    readonly clocksReplaced?: readonly {
      /** 期限代码 / Clock of the catalogue */
      readonly clock: string;

      /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
      readonly subject: string;

      /** 取代它的期限或事件 / Clock or event that took over */
      readonly by: string;
    }[];

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly to?: string;

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly dueAfter?: string;

    /** 单行文字 / One line of text */
    readonly proof?: string;
  }[];
  readonly reports: readonly {
    /** 审查报告 / Review report */
    readonly report: string;
    readonly kind: 'review' | 'inspection';

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly submittedOn: string;
    readonly facts?: string;
    readonly law?: string;
    readonly conclusion: 'violation' | 'no_violation' | 'partly';
    readonly proposal?: string;

    /** 建议制发的文书种类 / Kinds proposed */
    readonly instruments?: readonly string[];

    /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
    readonly clocksReplaced?: readonly {
      /** 期限代码 / Clock of the catalogue */
      readonly clock: string;

      /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
      readonly subject: string;

      /** 取代它的期限或事件 / Clock or event that took over */
      readonly by: string;
    }[];
    readonly standing: 'submitted' | 'returned';
    readonly returnedWith?: string;
  }[];
  readonly closed?: {
    readonly ground: 'concluded' | 'terminated' | 'voided';

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly endedOn: string;
  };
  readonly etag: string;
};

export type InvestigationRecordRefusedMeasureInput = {
  /** 目录代码 / Code of the catalogue */
  readonly kind: string;
  readonly body?: {
    /** 单位或地点名称 / Name of a body or place */
    readonly name: string;

    /** 单位类别 / Kind of body */
    readonly kind:
      | 'public_security'
      | 'court'
      | 'detention_house'
      | 'prison'
      | 'community_correction'
      | 'supervision_commission'
      | 'procuratorate'
      | 'administrative'
      | 'enterprise'
      | 'other';

    /** 统一社会信用代码（GB 32100） / Unified social credit code */
    readonly creditCode?: string;
  };

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly refusedOn?: string;

  /** 正文 / Running text */
  readonly ground: string;

  /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
  readonly clocksReplaced?: readonly {
    /** 期限代码 / Clock of the catalogue */
    readonly clock: string;

    /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
    readonly subject: string;

    /** 取代它的期限或事件 / Clock or event that took over */
    readonly by: string;
  }[];
};

export type InvestigationReturnReviewReportInput = {
  /** 审查报告 / Review report */
  readonly report: string;

  /** 正文 / Running text */
  readonly opinion: string;

  /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
  readonly clocksReplaced?: readonly {
    /** 期限代码 / Clock of the catalogue */
    readonly clock: string;

    /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
    readonly subject: string;

    /** 取代它的期限或事件 / Clock or event that took over */
    readonly by: string;
  }[];
};

export type InvestigationStartExclusionInput = {
  /** 期限代码 / Clock of the catalogue */
  readonly clock: string;

  /** 缺省为事项本身 / The matter itself unless told */
  readonly subject?: string;
  readonly ground: 'file_retrieval' | 'appraisal' | 'assessment' | 'audit' | 'expert_consultation';

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly from?: string;

  /** 正文 / Running text */
  readonly opinion?: string;
};

export type InvestigationStartOnSiteInput = {
  readonly team: readonly string[];

  /** 单位或地点名称 / Name of a body or place */
  readonly place?: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly startedOn?: string;
  readonly announced: boolean;
  readonly hotlinePublished?: boolean;
};

export type InvestigationSubmitReviewReportInput = {
  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly submittedOn?: string;

  /** 正文 / Running text */
  readonly facts: string;

  /** 正文 / Running text */
  readonly law: string;
  readonly conclusion: 'violation' | 'no_violation' | 'partly';

  /** 正文 / Running text */
  readonly proposal: string;

  /** 建议制发的文书种类 / Kinds proposed */
  readonly instruments?: readonly string[];

  /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
  readonly clocksReplaced?: readonly {
    /** 期限代码 / Clock of the catalogue */
    readonly clock: string;

    /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
    readonly subject: string;

    /** 取代它的期限或事件 / Clock or event that took over */
    readonly by: string;
  }[];
};

export type InvestigationTakeMeasureInput = {
  /** 目录代码 / Code of the catalogue */
  readonly kind: string;
  readonly persons: readonly string[];

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly takenOn?: string;

  /** 单位或地点名称 / Name of a body or place */
  readonly place?: string;

  /** 询问对象 / Who was heard */
  readonly heard?: {
    readonly count: number;
    readonly kinds: readonly string[];

    /** 正文 / Running text */
    readonly names?: string;
  };
  readonly questionnaires?: number;

  /** 目录代码 / Code of the catalogue */
  readonly language?: string;
  readonly interpreter?: boolean;

  /** 正文 / Running text */
  readonly finding: string;
  readonly documents?: readonly {
    /** 单行文字 / One line of text */
    readonly title: string;
    readonly pages?: number;

    /** 单行文字 / One line of text */
    readonly hash?: string;
  }[];
  readonly issues?: readonly string[];

  /** 因本事件不再计算的期限 / Clocks that no longer run because of this event */
  readonly clocksReplaced?: readonly {
    /** 期限代码 / Clock of the catalogue */
    readonly clock: string;

    /** 期限对象：线索、事项、D-n、I-n / What the clock runs for */
    readonly subject: string;

    /** 取代它的期限或事件 / Clock or event that took over */
    readonly by: string;
  }[];
};

export type OperationsParkedAnswer = {
  readonly items: readonly {
    readonly id: string;
    readonly service: string;
    readonly policy: string;
    readonly key: string;
    readonly position: number;
    readonly stream: string;
    readonly eventId: string;
    readonly eventType: string;
    readonly reason: string;
    readonly waits: boolean;
  }[];
};

export type OperationsRebuildViewAnswer = { readonly view: string; readonly upTo: number };

export type OperationsRerunParkedAnswer = { readonly handled: number };

export type OperationsRerunParkedInput = {
  /** 服务 / Service */
  readonly service: string;

  /** 策略 / Policy */
  readonly policy: string;

  /** 事项编号或线索编号 / Matter number or lead id */
  readonly key: string;
};

export type OperationsViewsAnswer = {
  readonly items: readonly {
    readonly view: string;
    readonly collection: string;
    readonly position: number;
    readonly building: boolean;
    readonly lag: number;
  }[];
};

/** RFC 9457; GET /problems 列出全部代码 / lists every code */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly titleEn: string;
  readonly status: number;

  /** 稳定代码 / Stable code */
  readonly code: string;
  readonly detail: string;
  readonly detailEn: string;

  /** 有误的字段 / The field that breaks the rule */
  readonly field?: string;

  /** 条文或规则 / Article or rule */
  readonly law?: string;
  readonly issues?: readonly { readonly field: string; readonly message: string }[];
  readonly correlationId: string;

  /** 几秒后可重试 / Seconds until a retry makes sense */
  readonly retryAfter?: number;
};

export type RegistryCatalogueVersionsAnswer = {
  readonly items: readonly Readonly<Record<string, unknown>>[];
};

export type RegistryCloseUnitInput = {
  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly on: string;

  /** 检察院代码 / Code of the unit */
  readonly successor?: string;

  /** 正文 / Running text */
  readonly reason: string;
};

export type RegistryDeadlinesAnswer = {
  readonly version: string;
  readonly calendarVersion: string;
  readonly items: readonly Readonly<Record<string, unknown>>[];
};

export type RegistryDelegationsAnswer = {
  readonly items: readonly {
    /** 授权 / Delegation */
    readonly id: string;

    /** 人员标识 / Person */
    readonly from: string;
    readonly fromRole: string;

    /** 人员标识 / Person */
    readonly to: string;

    /** 检察院代码 / Code of the unit */
    readonly unit: string;
    readonly decisions: readonly string[];
    readonly types: readonly string[];

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly validFrom: string;

    /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
    readonly validUntil: string;
    readonly document: string | null;
    readonly revokedOn: string | null;
    readonly inForce: boolean;
  }[];
  readonly next?: string;
};

export type RegistryDisablePersonInput = {
  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly on?: string;

  /** 正文 / Running text */
  readonly reason: string;
};

export type RegistryEndRoleInput = {
  /** 目录代码 / Code of the catalogue */
  readonly role: string;

  /** 检察院代码 / Code of the unit */
  readonly unit: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly on?: string;

  /** 正文 / Running text */
  readonly reason?: string;
};

export type RegistryGrantDelegationInput = {
  /** 人员标识 / Person */
  readonly to: string;

  /** 检察院代码 / Code of the unit */
  readonly unit: string;

  /** 授权的命令，如 intake.approveFiling / Commands that are delegated */
  readonly decisions: readonly string[];

  /** 事项类型，空为全部 / Matter types, all when empty */
  readonly types: readonly string[];

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly validFrom: string;

  /** 最后一日（含） / Last day, inclusive */
  readonly validUntil: string;

  /** 单行文字 / One line of text */
  readonly document?: string;
};

export type RegistryGrantRoleInput = {
  /** 目录代码 / Code of the catalogue */
  readonly role: string;

  /** 检察院代码 / Code of the unit */
  readonly unit: string;

  /** 目录代码 / Code of the catalogue */
  readonly department?: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly from: string;

  /** 最后一日（含） / Last day, inclusive */
  readonly until?: string;

  /** 任免文件 / Act of appointment */
  readonly document?: string;
};

export type RegistryMatterTypesAnswer = {
  readonly catalogueVersion: string;
  readonly items: readonly Readonly<Record<string, unknown>>[];
};

export type RegistryPeopleOfUnitAnswer = {
  readonly items: readonly {
    /** 人员标识 / Person */
    readonly person: string;
    readonly name: string;

    /** 检察院代码 / Code of the unit */
    readonly unit: string;
    readonly outsider: boolean;
    readonly title: string | null;
    readonly roles: readonly {
      readonly role: string;

      /** 检察院代码 / Code of the unit */
      readonly unit: string;
      readonly department?: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly from: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly until?: string;
    }[];
  }[];
};

export type RegistryPublishCalendarInput = {
  readonly version: string;

  /** SHA-256 */
  readonly contentHash?: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly effectiveFrom: string;
  readonly lastPublishedYear: number;

  /** 单行文字 / One line of text */
  readonly source?: string;
};

export type RegistryPublishCatalogueVersionInput = {
  readonly version: string;

  /** SHA-256 */
  readonly contentHash: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly effectiveFrom: string;

  /** 正文 / Running text */
  readonly note?: string;
};

export type RegistryRegisterPersonInput = {
  /** 人员标识 / Person */
  readonly person: string;

  /** 姓名，任何文字 / Name of a person, any script */
  readonly name: string;

  /** 编制所在院；外部人员没有 / Own unit; none for outsiders */
  readonly unit?: string;

  /** 外部人员的联系院 / Unit that answers for an outsider */
  readonly hostedBy?: string;

  /** 单行文字 / One line of text */
  readonly title?: string;

  /** 登录标识（OIDC sub） / Subject at the identity provider */
  readonly loginSubject?: string;
};

export type RegistryRegisterUnitInput = {
  /** 检察院代码 / Code of the unit */
  readonly code: string;

  /** 单行文字 / One line of text */
  readonly nameZh: string;

  /** 单行文字 / One line of text */
  readonly nameEn: string;

  /** 单行文字 / One line of text */
  readonly shortZh: string;

  /** 文号简称，如 城中检 / Prefix of printed numbers */
  readonly abbreviation?: string;
  readonly level: 'province' | 'prefecture' | 'county' | 'specialised';
  readonly powers?: 'province' | 'prefecture' | 'county';

  /** 上级院，是数据，不由代码推出 / Superior, never derived from the code */
  readonly parent?: string;
  readonly alternativeNamesZh?: readonly string[];
  readonly pilot2023?: boolean;
  readonly uncertain?: boolean;

  /** 正文 / Running text */
  readonly note?: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly from: string;
};

export type RegistryRenameUnitInput = {
  /** 单行文字 / One line of text */
  readonly nameZh: string;

  /** 单行文字 / One line of text */
  readonly nameEn: string;

  /** 单行文字 / One line of text */
  readonly shortZh: string;

  /** 文号简称，如 城中检 / Prefix of printed numbers */
  readonly abbreviation?: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly from: string;
};

export type RegistryRevokeDelegationInput = {
  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly on?: string;

  /** 正文 / Running text */
  readonly reason: string;
};

export type RegistryUnitsAnswer = {
  readonly items: readonly {
    /** 检察院代码 / Code of the unit */
    readonly code: string;
    readonly nameZh: string;
    readonly nameEn: string;
    readonly shortZh: string;
    readonly abbreviation: string | null;
    readonly level: string;
    readonly powers: string | null;
    readonly parent: string | null;
    readonly alternativeNamesZh: readonly string[];
    readonly pilot2023: boolean;
    readonly uncertain: boolean;
    readonly note: string | null;
  }[];
};

export type ReportingAnswerFlowNoticeInput = {
  /** 流程监控 / Flow monitoring */
  readonly flow: string;

  /** 正文 / Running text */
  readonly answer: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly answeredOn?: string;
};

export type ReportingCompareMatterAnswer = {
  /** 事项编号 / Matter */
  readonly matter: string;
  readonly from: string;
  readonly to: string;
  readonly differences: readonly {
    readonly path: string;
    readonly before: unknown;
    readonly after: unknown;
  }[];
};

export type ReportingDeadlinesAnswer = {
  readonly items: readonly {
    readonly clock: string;
    readonly variant: string | null;
    readonly subject: string;
    readonly title: { readonly zh: string; readonly en: string };
    readonly obliged: { readonly zh: string; readonly en: string };
    readonly law: string;

    /** 届满本身不产生法律效果 / Passing it has no effect by itself */
    readonly soft: boolean;
    readonly start: string;
    readonly due: string;
    readonly provisional: boolean;
    readonly calendar: string;
    readonly status: 'running' | 'met' | 'missed' | 'replaced';
    readonly metOn: string | null;
    readonly daysLate: number | null;
    readonly missedOn: string | null;
    readonly replacedBy: string | null;

    /** 剩余天数，届满后为零 / Days left while it is open */
    readonly daysLeft: number | null;
    readonly daysOverdue: number | null;
    readonly steps: readonly { readonly zh: string; readonly en: string; readonly date?: string }[];
    readonly unit: string;
    readonly matter: string | null;
    readonly lead: string | null;
    readonly handler: { readonly person: string; readonly name: string } | null;
    readonly warnedOn: string | null;
  }[];
  readonly next?: string;
};

export type ReportingFeedAnswer = string;

export type ReportingIssueFlowNoticeInput = {
  /** 监控事项，如 report_not_uploaded / What was checked */
  readonly check: string;

  /** 单行文字 / One line of text */
  readonly law?: string;

  /** 正文 / Running text */
  readonly content: string;

  /** 同时报检察长 / Also reported to the chief */
  readonly toChief?: boolean;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly issuedOn?: string;
};

export type ReportingLedgerCountsAnswer = {
  readonly by: string;
  readonly total: number;
  readonly counts: readonly { readonly value: string; readonly matters: number }[];
};

export type ReportingMainLedgerAnswer = {
  readonly total: number;
  readonly items: readonly {
    readonly number: string;
    readonly unit: string;
    readonly line: string;
    readonly function: string;
    readonly type: string;
    readonly department: string;
    readonly status: string;
    readonly lead: string;
    readonly source: string;
    readonly origin: string;
    readonly discoveredOn: string | null;
    readonly acceptedOn: string | null;
    readonly score: number | null;
    readonly vetoes: readonly string[];
    readonly track: string;
    readonly filedOn: string | null;
    readonly approvedBy: string | null;
    readonly handler: {
      /** 人员标识 / Person */
      readonly person: string;

      /** 姓名，任何文字 / Name of a person, any script */
      readonly name: string;

      /** 检察院代码 / Code of the unit */
      readonly unit?: string;
    } | null;
    readonly group: readonly string[];
    readonly recusals: number;
    readonly recusalsGranted: number;
    readonly bodyName: string;
    readonly bodyKind: string;
    readonly clause: string | null;
    readonly measures: number;
    readonly issues: number;
    readonly issuesClosed: number;
    readonly reportOn: string | null;
    readonly decidedBy: string | null;
    readonly decidedOn: string | null;
    readonly instruments: readonly {
      readonly instrument: string;
      readonly kind: string;
      readonly title: string;
      readonly printedNumber: string;
      readonly replyClock?: string;
      readonly servedOn?: string;
      readonly replyDue?: string;
      readonly answeredOn?: string;
      readonly daysLate?: number;
      readonly adoption?: string;
      readonly remedy?: string;
    }[];
    readonly escalatedTo: string | null;
    readonly rectifiedOn: string | null;
    readonly effectPersons: number | null;
    readonly effectAmount: number | null;
    readonly effectRules: number | null;
    readonly result: string | null;
    readonly concludedOn: string | null;
    readonly handlingDays: number | null;
    readonly excludedDays: number;
    readonly extensions: number;
    readonly selfCheck: string | null;
    readonly gradeScheme: string | null;
    readonly grade: string | null;
    readonly archivedOn: string | null;
    readonly retention: string | null;
    readonly related: readonly string[];
    readonly secrecy: string;
    readonly remarks: string | null;
  }[];
  readonly next?: string;
};

export type ReportingMainLedgerCsvAnswer = string;

export type ReportingMatterHistoryAnswer =
  | {
      /** 事项编号 / Matter */
      readonly matter: string;
      readonly items: readonly {
        readonly position: number;
        readonly stream: string;
        readonly revision: number;
        readonly id: string;
        readonly type: string;
        readonly version: number;
        readonly title: { readonly zh: string; readonly en: string };
        readonly occurredOn: string;
        readonly recordedAt: string;

        /** 事后补录天数 / Days between the fact and its record */
        readonly daysLate: number;
        readonly actor: {
          readonly person: string;
          readonly name: string;
          readonly role: string;
          readonly roleTitle: { readonly zh: string; readonly en: string };
          readonly unit: string;
          readonly onBehalfOf: string | null;
          readonly delegation: string | null;
        };
        readonly reason: string | null;
        readonly command: string;

        /** 自动处理的名称 / Policy or timer that acted */
        readonly via: string | null;
        readonly correlationId: string;
        readonly causationId: string | null;
        readonly catalogueVersion: string;
        readonly secrecy: string;
        readonly data: Readonly<Record<string, unknown>>;

        /** 未显示的字段 / Fields held back */
        readonly withheld: readonly string[];
      }[];

      /** 下一页的 from / The next page begins here */
      readonly next?: string;
    }
  | {
      /** 事项编号 / Matter */
      readonly matter: string;
      readonly at: string;
      readonly position: number;
      readonly recordedAt: string;
      readonly page: {
        readonly etag: string;
        readonly number: string;
        readonly unit: string;
        readonly type: string;
        readonly department: string;
        readonly handlers: readonly string[];
        readonly escalatedTo: string | null;
        readonly sharedWith: readonly string[];
        readonly secrecy: string;
        readonly accessList: readonly string[];
        readonly status: string;
        readonly statusTitle: { readonly zh: string; readonly en: string };
        readonly statusSince: string;
        readonly acceptedOn: string | null;
        readonly nextDue: string | null;
        readonly card?: {
          /** 事项类型 / Matter type */
          readonly type: string;

          /** 子类，如 should_file / Sub-kind, such as should_file */
          readonly subKind?: string;

          /** 检察院代码 / Code of the unit */
          readonly unit: string;

          /** 线索 / Lead */
          readonly lead: string;

          /** 案由，不写个人姓名 / Subject, without names of private persons */
          readonly title: string;

          /** 轨道：案件、办事 / Case or task */
          readonly track: 'case' | 'task';

          /** 普通、简易 / Full or simple */
          readonly procedure: 'full' | 'simple';

          /** 四大检察类别 / Procuratorial function */
          readonly function: 'criminal' | 'civil' | 'administrative' | 'public_interest';

          /** 业务条线 / Business line */
          readonly line: string;

          /** 承办部门 / Department */
          readonly department: string;
          readonly supervisedBody: {
            /** 单位或地点名称 / Name of a body or place */
            readonly name: string;

            /** 单位类别 / Kind of body */
            readonly kind:
              | 'public_security'
              | 'court'
              | 'detention_house'
              | 'prison'
              | 'community_correction'
              | 'supervision_commission'
              | 'procuratorate'
              | 'administrative'
              | 'enterprise'
              | 'other';

            /** 统一社会信用代码（GB 32100） / Unified social credit code */
            readonly creditCode?: string;
          };

          /** 违反的条款 / Clause broken */
          readonly clause?: string;

          /** 涉在押人员 / Touches a person in custody */
          readonly custody: boolean;

          /** 有应告知的当事人 / Somebody must be told the outcome */
          readonly complainant: boolean;

          /** 密级标识 / Secrecy label */
          readonly secrecy: 'public' | 'internal' | 'work_secret' | 'restricted';

          /** 专案准入名单 / Who may see it */
          readonly accessList?: readonly string[];

          /** 全国系统案件编号 / Case in the national system */
          readonly nationalCaseRef?: string;
          readonly provenance: {
            /** 线索来源 / Source of the lead */
            readonly source: string;

            /** 依职权、依申请、移送 / How it began */
            readonly origin: 'own_motion' | 'on_application' | 'transferred';

            /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
            readonly discoveredOn: string;

            /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
            readonly receivedOn?: string;

            /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
            readonly registeredOn?: string;
            readonly discoverers: readonly {
              /** 人员标识 / Person */
              readonly person: string;

              /** 姓名，任何文字 / Name of a person, any script */
              readonly name: string;

              /** 检察院代码 / Code of the unit */
              readonly unit?: string;
            }[];
          };
        };
        readonly days: {
          readonly accepted?: string;
          readonly filed?: string;
          readonly reported?: string;
          readonly concluded?: string;
          readonly closed?: string;
          readonly archived?: string;
          readonly terminated?: string;
        };
        readonly significance?: {
          readonly score: number;
          readonly threshold: number;
          readonly scores: readonly {
            /** 目录代码 / Code of the catalogue */
            readonly criterion: string;
            readonly points: number;

            /** 正文 / Running text */
            readonly ground?: string;
          }[];

          /** 成立即为重大的情形 / Facts that make it major at once */
          readonly vetoes: readonly string[];
          readonly major: boolean;

          /** 正文 / Running text */
          readonly opinion?: string;
          readonly on: string;
        };
        readonly filingBasis?: string;
        readonly people: {
          readonly handler?: {
            /** 人员标识 / Person */
            readonly person: string;

            /** 姓名，任何文字 / Name of a person, any script */
            readonly name: string;

            /** 检察院代码 / Code of the unit */
            readonly unit?: string;
          };
          readonly assistants: readonly {
            /** 人员标识 / Person */
            readonly person: string;

            /** 姓名，任何文字 / Name of a person, any script */
            readonly name: string;

            /** 检察院代码 / Code of the unit */
            readonly unit?: string;
          }[];
          readonly method?: string;
          readonly seed?: string;
          readonly candidates?: number;
          readonly suspended: readonly string[];
          readonly recusals: readonly {
            readonly recusal: string;
            readonly challenged: string;
            readonly granted?: boolean;
          }[];
          readonly reviewedBy?: string;
          readonly approvedBy?: string;
          readonly concludedBy?: string;
        };
        readonly plan?: {
          readonly aim: string;
          readonly measures: readonly string[];
          readonly approvedOn: string;
        };
        readonly acts: readonly {
          readonly act: string;
          readonly on: string;
          readonly what: string;
          readonly by?: readonly string[];
          readonly subject?: string;
        }[];
        readonly issues: readonly {
          readonly issue: string;

          /** 轻微、违法、重大隐患、犯罪线索 / Slight, violation, hazard, lead of a crime */
          readonly grade: 'slight' | 'violation' | 'hazard' | 'crime_lead';

          /** 口头纠正、书面纠正、检察建议、移送 / Answer to the finding */
          readonly response: 'oral_correction' | 'written_correction' | 'recommendation' | 'transfer';
          readonly title: string;
          readonly clause: string;
          readonly body: {
            /** 单位或地点名称 / Name of a body or place */
            readonly name: string;

            /** 单位类别 / Kind of body */
            readonly kind:
              | 'public_security'
              | 'court'
              | 'detention_house'
              | 'prison'
              | 'community_correction'
              | 'supervision_commission'
              | 'procuratorate'
              | 'administrative'
              | 'enterprise'
              | 'other';

            /** 统一社会信用代码（GB 32100） / Unified social credit code */
            readonly creditCode?: string;
          };
          readonly foundOn: string;
          readonly status: string;
          readonly oralCorrectionOn?: string;
          readonly overdueSince?: string;
          readonly confirmedOn?: string;
          readonly corrected?: boolean;
          readonly transferredTo?: string;
          readonly closedOn?: string;
          readonly result?: string;
        }[];
        readonly instruments: readonly {
          readonly instrument: string;
          readonly kind: string;
          readonly title: string;
          readonly addressee: {
            /** 单位或地点名称 / Name of a body or place */
            readonly name: string;

            /** 单位类别 / Kind of body */
            readonly kind:
              | 'public_security'
              | 'court'
              | 'detention_house'
              | 'prison'
              | 'community_correction'
              | 'supervision_commission'
              | 'procuratorate'
              | 'administrative'
              | 'enterprise'
              | 'other';

            /** 统一社会信用代码（GB 32100） / Unified social credit code */
            readonly creditCode?: string;
          };
          readonly issues: readonly string[];
          readonly severity: string;
          readonly status: string;
          readonly decision?: string;
          readonly printedNumber?: string;
          readonly issuedOn?: string;
          readonly servedOn?: string;
          readonly method?: string;
          readonly replyBy?: string;
          readonly replyClock?: string;
          readonly overdueSince?: string;
          readonly urgedOn?: string;
          readonly filedWithSuperior?: { readonly superior: string; readonly on: string };
          readonly copiedTo?: readonly string[];
          readonly reExamination?: {
            readonly remedy: string;
            readonly requestedOn: string;
            readonly examiner?: {
              /** 人员标识 / Person */
              readonly person: string;

              /** 姓名，任何文字 / Name of a person, any script */
              readonly name: string;

              /** 检察院代码 / Code of the unit */
              readonly unit?: string;
            };
            readonly outcome?: string;
            readonly notifiedOn?: string;
          };
          readonly revokedOn?: string;
          readonly replies: readonly string[];
        }[];
        readonly replies: readonly {
          readonly reply: string;
          readonly instruments: readonly string[];
          readonly kind: string;
          readonly from: {
            /** 单位或地点名称 / Name of a body or place */
            readonly name: string;

            /** 单位类别 / Kind of body */
            readonly kind:
              | 'public_security'
              | 'court'
              | 'detention_house'
              | 'prison'
              | 'community_correction'
              | 'supervision_commission'
              | 'procuratorate'
              | 'administrative'
              | 'enterprise'
              | 'other';

            /** 统一社会信用代码（GB 32100） / Unified social credit code */
            readonly creditCode?: string;
          };
          readonly receivedOn: string;
          readonly content: string;
          readonly adoption?: string;
          readonly assessedOn?: string;
          readonly confirmed?: boolean;
        }[];
        readonly escalations: readonly {
          readonly escalation: string;
          readonly superior: string;
          readonly ground: string;
          readonly instruments: readonly string[];
          readonly escalatedOn: string;
          readonly acceptedOn?: string;
          readonly reviewer?: {
            /** 人员标识 / Person */
            readonly person: string;

            /** 姓名，任何文字 / Name of a person, any script */
            readonly name: string;

            /** 检察院代码 / Code of the unit */
            readonly unit?: string;
          };
          readonly outcome?: string;
          readonly decidedOn?: string;
          readonly notified?: { readonly body: string; readonly on: string };
        }[];
        readonly result?: string;
        readonly effect?: {
          readonly obtained: boolean;

          /** 监督效果证据 / Evidence of the effect */
          readonly evidence?: string;

          /** 不能取得效果的理由 / Why none was to be had */
          readonly whyNone?: string;

          /** 涉及人数 / Persons */
          readonly persons?: number;

          /** 追责人数 / Persons held to account */
          readonly heldToAccount?: number;

          /** 挽回金额（元） / Sum in yuan */
          readonly amount?: number;

          /** 建章立制数 / Rules made */
          readonly rules?: number;
        };
        readonly quality: { readonly scheme?: string; readonly selfCheck?: string; readonly grade?: string };
        readonly flow: readonly {
          readonly flow: string;
          readonly kind: string;
          readonly check: string;
          readonly on: string;
          readonly answeredOn?: string;
        }[];
        readonly clocks: readonly {
          readonly clock: string;
          readonly variant: string | null;
          readonly subject: string;
          readonly title: { readonly zh: string; readonly en: string };
          readonly obliged: { readonly zh: string; readonly en: string };
          readonly law: string;

          /** 届满本身不产生法律效果 / Passing it has no effect by itself */
          readonly soft: boolean;
          readonly start: string;
          readonly due: string;
          readonly provisional: boolean;
          readonly calendar: string;
          readonly status: 'running' | 'met' | 'missed' | 'replaced';
          readonly metOn: string | null;
          readonly daysLate: number | null;
          readonly missedOn: string | null;
          readonly replacedBy: string | null;

          /** 剩余天数，届满后为零 / Days left while it is open */
          readonly daysLeft: number | null;
          readonly daysOverdue: number | null;
          readonly steps: readonly { readonly zh: string; readonly en: string; readonly date?: string }[];
        }[];
        readonly links: readonly { readonly kind: string; readonly id: string; readonly issue?: string }[];

        /** 各服务中的版本，供 If-Match / Revision in each service, for If-Match */
        readonly revisions: Readonly<Record<string, number>>;
        readonly position: number;
      };
    };

export type ReportingMatterPageAnswer = {
  readonly etag: string;
  readonly number: string;
  readonly unit: string;
  readonly type: string;
  readonly department: string;
  readonly handlers: readonly string[];
  readonly escalatedTo: string | null;
  readonly sharedWith: readonly string[];
  readonly secrecy: string;
  readonly accessList: readonly string[];
  readonly status: string;
  readonly statusTitle: { readonly zh: string; readonly en: string };
  readonly statusSince: string;
  readonly acceptedOn: string | null;
  readonly nextDue: string | null;
  readonly card?: {
    /** 事项类型 / Matter type */
    readonly type: string;

    /** 子类，如 should_file / Sub-kind, such as should_file */
    readonly subKind?: string;

    /** 检察院代码 / Code of the unit */
    readonly unit: string;

    /** 线索 / Lead */
    readonly lead: string;

    /** 案由，不写个人姓名 / Subject, without names of private persons */
    readonly title: string;

    /** 轨道：案件、办事 / Case or task */
    readonly track: 'case' | 'task';

    /** 普通、简易 / Full or simple */
    readonly procedure: 'full' | 'simple';

    /** 四大检察类别 / Procuratorial function */
    readonly function: 'criminal' | 'civil' | 'administrative' | 'public_interest';

    /** 业务条线 / Business line */
    readonly line: string;

    /** 承办部门 / Department */
    readonly department: string;
    readonly supervisedBody: {
      /** 单位或地点名称 / Name of a body or place */
      readonly name: string;

      /** 单位类别 / Kind of body */
      readonly kind:
        | 'public_security'
        | 'court'
        | 'detention_house'
        | 'prison'
        | 'community_correction'
        | 'supervision_commission'
        | 'procuratorate'
        | 'administrative'
        | 'enterprise'
        | 'other';

      /** 统一社会信用代码（GB 32100） / Unified social credit code */
      readonly creditCode?: string;
    };

    /** 违反的条款 / Clause broken */
    readonly clause?: string;

    /** 涉在押人员 / Touches a person in custody */
    readonly custody: boolean;

    /** 有应告知的当事人 / Somebody must be told the outcome */
    readonly complainant: boolean;

    /** 密级标识 / Secrecy label */
    readonly secrecy: 'public' | 'internal' | 'work_secret' | 'restricted';

    /** 专案准入名单 / Who may see it */
    readonly accessList?: readonly string[];

    /** 全国系统案件编号 / Case in the national system */
    readonly nationalCaseRef?: string;
    readonly provenance: {
      /** 线索来源 / Source of the lead */
      readonly source: string;

      /** 依职权、依申请、移送 / How it began */
      readonly origin: 'own_motion' | 'on_application' | 'transferred';

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly discoveredOn: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly receivedOn?: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly registeredOn?: string;
      readonly discoverers: readonly {
        /** 人员标识 / Person */
        readonly person: string;

        /** 姓名，任何文字 / Name of a person, any script */
        readonly name: string;

        /** 检察院代码 / Code of the unit */
        readonly unit?: string;
      }[];
    };
  };
  readonly days: {
    readonly accepted?: string;
    readonly filed?: string;
    readonly reported?: string;
    readonly concluded?: string;
    readonly closed?: string;
    readonly archived?: string;
    readonly terminated?: string;
  };
  readonly significance?: {
    readonly score: number;
    readonly threshold: number;
    readonly scores: readonly {
      /** 目录代码 / Code of the catalogue */
      readonly criterion: string;
      readonly points: number;

      /** 正文 / Running text */
      readonly ground?: string;
    }[];

    /** 成立即为重大的情形 / Facts that make it major at once */
    readonly vetoes: readonly string[];
    readonly major: boolean;

    /** 正文 / Running text */
    readonly opinion?: string;
    readonly on: string;
  };
  readonly filingBasis?: string;
  readonly people: {
    readonly handler?: {
      /** 人员标识 / Person */
      readonly person: string;

      /** 姓名，任何文字 / Name of a person, any script */
      readonly name: string;

      /** 检察院代码 / Code of the unit */
      readonly unit?: string;
    };
    readonly assistants: readonly {
      /** 人员标识 / Person */
      readonly person: string;

      /** 姓名，任何文字 / Name of a person, any script */
      readonly name: string;

      /** 检察院代码 / Code of the unit */
      readonly unit?: string;
    }[];
    readonly method?: string;
    readonly seed?: string;
    readonly candidates?: number;
    readonly suspended: readonly string[];
    readonly recusals: readonly {
      readonly recusal: string;
      readonly challenged: string;
      readonly granted?: boolean;
    }[];
    readonly reviewedBy?: string;
    readonly approvedBy?: string;
    readonly concludedBy?: string;
  };
  readonly plan?: { readonly aim: string; readonly measures: readonly string[]; readonly approvedOn: string };
  readonly acts: readonly {
    readonly act: string;
    readonly on: string;
    readonly what: string;
    readonly by?: readonly string[];
    readonly subject?: string;
  }[];
  readonly issues: readonly {
    readonly issue: string;

    /** 轻微、违法、重大隐患、犯罪线索 / Slight, violation, hazard, lead of a crime */
    readonly grade: 'slight' | 'violation' | 'hazard' | 'crime_lead';

    /** 口头纠正、书面纠正、检察建议、移送 / Answer to the finding */
    readonly response: 'oral_correction' | 'written_correction' | 'recommendation' | 'transfer';
    readonly title: string;
    readonly clause: string;
    readonly body: {
      /** 单位或地点名称 / Name of a body or place */
      readonly name: string;

      /** 单位类别 / Kind of body */
      readonly kind:
        | 'public_security'
        | 'court'
        | 'detention_house'
        | 'prison'
        | 'community_correction'
        | 'supervision_commission'
        | 'procuratorate'
        | 'administrative'
        | 'enterprise'
        | 'other';

      /** 统一社会信用代码（GB 32100） / Unified social credit code */
      readonly creditCode?: string;
    };
    readonly foundOn: string;
    readonly status: string;
    readonly oralCorrectionOn?: string;
    readonly overdueSince?: string;
    readonly confirmedOn?: string;
    readonly corrected?: boolean;
    readonly transferredTo?: string;
    readonly closedOn?: string;
    readonly result?: string;
  }[];
  readonly instruments: readonly {
    readonly instrument: string;
    readonly kind: string;
    readonly title: string;
    readonly addressee: {
      /** 单位或地点名称 / Name of a body or place */
      readonly name: string;

      /** 单位类别 / Kind of body */
      readonly kind:
        | 'public_security'
        | 'court'
        | 'detention_house'
        | 'prison'
        | 'community_correction'
        | 'supervision_commission'
        | 'procuratorate'
        | 'administrative'
        | 'enterprise'
        | 'other';

      /** 统一社会信用代码（GB 32100） / Unified social credit code */
      readonly creditCode?: string;
    };
    readonly issues: readonly string[];
    readonly severity: string;
    readonly status: string;
    readonly decision?: string;
    readonly printedNumber?: string;
    readonly issuedOn?: string;
    readonly servedOn?: string;
    readonly method?: string;
    readonly replyBy?: string;
    readonly replyClock?: string;
    readonly overdueSince?: string;
    readonly urgedOn?: string;
    readonly filedWithSuperior?: { readonly superior: string; readonly on: string };
    readonly copiedTo?: readonly string[];
    readonly reExamination?: {
      readonly remedy: string;
      readonly requestedOn: string;
      readonly examiner?: {
        /** 人员标识 / Person */
        readonly person: string;

        /** 姓名，任何文字 / Name of a person, any script */
        readonly name: string;

        /** 检察院代码 / Code of the unit */
        readonly unit?: string;
      };
      readonly outcome?: string;
      readonly notifiedOn?: string;
    };
    readonly revokedOn?: string;
    readonly replies: readonly string[];
  }[];
  readonly replies: readonly {
    readonly reply: string;
    readonly instruments: readonly string[];
    readonly kind: string;
    readonly from: {
      /** 单位或地点名称 / Name of a body or place */
      readonly name: string;

      /** 单位类别 / Kind of body */
      readonly kind:
        | 'public_security'
        | 'court'
        | 'detention_house'
        | 'prison'
        | 'community_correction'
        | 'supervision_commission'
        | 'procuratorate'
        | 'administrative'
        | 'enterprise'
        | 'other';

      /** 统一社会信用代码（GB 32100） / Unified social credit code */
      readonly creditCode?: string;
    };
    readonly receivedOn: string;
    readonly content: string;
    readonly adoption?: string;
    readonly assessedOn?: string;
    readonly confirmed?: boolean;
  }[];
  readonly escalations: readonly {
    readonly escalation: string;
    readonly superior: string;
    readonly ground: string;
    readonly instruments: readonly string[];
    readonly escalatedOn: string;
    readonly acceptedOn?: string;
    readonly reviewer?: {
      /** 人员标识 / Person */
      readonly person: string;

      /** 姓名，任何文字 / Name of a person, any script */
      readonly name: string;

      /** 检察院代码 / Code of the unit */
      readonly unit?: string;
    };
    readonly outcome?: string;
    readonly decidedOn?: string;
    readonly notified?: { readonly body: string; readonly on: string };
  }[];
  readonly result?: string;
  readonly effect?: {
    readonly obtained: boolean;

    /** 监督效果证据 / Evidence of the effect */
    readonly evidence?: string;

    /** 不能取得效果的理由 / Why none was to be had */
    readonly whyNone?: string;

    /** 涉及人数 / Persons */
    readonly persons?: number;

    /** 追责人数 / Persons held to account */
    readonly heldToAccount?: number;

    /** 挽回金额（元） / Sum in yuan */
    readonly amount?: number;

    /** 建章立制数 / Rules made */
    readonly rules?: number;
  };
  readonly quality: { readonly scheme?: string; readonly selfCheck?: string; readonly grade?: string };
  readonly flow: readonly {
    readonly flow: string;
    readonly kind: string;
    readonly check: string;
    readonly on: string;
    readonly answeredOn?: string;
  }[];
  readonly clocks: readonly {
    readonly clock: string;
    readonly variant: string | null;
    readonly subject: string;
    readonly title: { readonly zh: string; readonly en: string };
    readonly obliged: { readonly zh: string; readonly en: string };
    readonly law: string;

    /** 届满本身不产生法律效果 / Passing it has no effect by itself */
    readonly soft: boolean;
    readonly start: string;
    readonly due: string;
    readonly provisional: boolean;
    readonly calendar: string;
    readonly status: 'running' | 'met' | 'missed' | 'replaced';
    readonly metOn: string | null;
    readonly daysLate: number | null;
    readonly missedOn: string | null;
    readonly replacedBy: string | null;

    /** 剩余天数，届满后为零 / Days left while it is open */
    readonly daysLeft: number | null;
    readonly daysOverdue: number | null;
    readonly steps: readonly { readonly zh: string; readonly en: string; readonly date?: string }[];
  }[];
  readonly links: readonly { readonly kind: string; readonly id: string; readonly issue?: string }[];

  /** 各服务中的版本，供 If-Match / Revision in each service, for If-Match */
  readonly revisions: Readonly<Record<string, number>>;
  readonly position: number;
};

export type ReportingMyMattersAnswer = {
  readonly items: readonly {
    readonly number: string;
    readonly unit: string;
    readonly type: string;
    readonly title: string;
    readonly status: string;
    readonly statusTitle: { readonly zh: string; readonly en: string };
    readonly part: 'handler' | 'assistant';
    readonly acceptedOn: string | null;
    readonly nextDue: string | null;

    /** 负数为已逾期 / Negative when overdue */
    readonly daysLeft: number | null;
  }[];
};

export type ReportingPromptFlowMonitorInput = {
  /** 监控事项，如 report_not_uploaded / What was checked */
  readonly check: string;

  /** 单行文字 / One line of text */
  readonly law?: string;

  /** 正文 / Running text */
  readonly content: string;

  /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
  readonly promptedOn?: string;
};

export type ReportingSearchAnswer = {
  readonly items: readonly {
    readonly number: string;
    readonly unit: string;
    readonly type: string;
    readonly title: string;
    readonly bodyName: string;
    readonly acceptedOn: string;
  }[];
  readonly next?: string;
};

export type ReportingTimelineAnswer = {
  /** 事项编号 / Matter */
  readonly matter: string;
  readonly items: readonly {
    readonly on: string;
    readonly type: string;
    readonly title: { readonly zh: string; readonly en: string };
    readonly who: string;
    readonly role: { readonly zh: string; readonly en: string };
    readonly unit: string;
    readonly about: readonly string[];
    readonly recordedOn: string;
    readonly daysLate: number;
    readonly position: number;
  }[];

  /** 尚未了结的期限 / Clocks still open */
  readonly ahead: readonly {
    readonly clock: string;
    readonly variant: string | null;
    readonly subject: string;
    readonly title: { readonly zh: string; readonly en: string };
    readonly obliged: { readonly zh: string; readonly en: string };
    readonly law: string;

    /** 届满本身不产生法律效果 / Passing it has no effect by itself */
    readonly soft: boolean;
    readonly start: string;
    readonly due: string;
    readonly provisional: boolean;
    readonly calendar: string;
    readonly status: 'running' | 'met' | 'missed' | 'replaced';
    readonly metOn: string | null;
    readonly daysLate: number | null;
    readonly missedOn: string | null;
    readonly replacedBy: string | null;

    /** 剩余天数，届满后为零 / Days left while it is open */
    readonly daysLeft: number | null;
    readonly daysOverdue: number | null;
    readonly steps: readonly { readonly zh: string; readonly en: string; readonly date?: string }[];
  }[];
};

export type SessionDemoStaffAnswer = {
  readonly items: readonly {
    readonly person: string;
    readonly name: string;
    readonly roles: readonly {
      readonly role: string;
      readonly unit: string;
      readonly unitName: string;
      readonly department?: string;
    }[];
  }[];
};

export type SessionSignInAnswer = {
  readonly token: string;
  readonly expiresAt: string;
  readonly person: string;
  readonly name: string;
  readonly roles: readonly {
    readonly role: string;
    readonly unit: string;
    readonly unitName: string;
    readonly department?: string;
  }[];
};

export type SessionSignInInput = {
  /** 人员编号 / Id of the person */
  readonly person: string;
};

export type SessionWhoAmIAnswer = {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly {
    readonly role: string;
    readonly unit: string;
    readonly unitName: string;
    readonly department?: string;
  }[];
};
