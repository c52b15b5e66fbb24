import type { Office } from '../offices.ts';
import type { Act } from '../story.ts';

export function decided({ chief }: Office, instrument: string, opinion: string): Act {
  return {
    after: 1,
    who: chief,
    does: 'disposition.makeDecision',
    to: '$matter',
    with: { outcome: 'instruments', instruments: [{ kind: instrument }], opinion },
    expect: { events: ['DecisionMade', 'InstrumentIssued'], status: 'disposing' },
  };
}

export function served({ clerk }: Office, proof: string): Act {
  return {
    after: 1,
    who: clerk,
    does: 'disposition.serveInstrument',
    to: '$matter',
    with: { instrument: 'D-1', method: 'direct', proof, evidenceEnclosed: true },
    expect: { events: ['InstrumentServed'], status: 'awaiting_reply' },
  };
}

/** Nobody answers in time; the platform notices by itself. */
export function silence(): Act {
  return { after: 20, expect: { events: ['ReplyOverdue'], status: 'overdue' } };
}

/** The body answers after some days, with what it did or why it did not. */
export function answered({ clerk }: Office, kind: 'rectification' | 'objection', content: string): Act {
  return {
    after: 4,
    who: clerk,
    does: 'disposition.recordReply',
    to: '$matter',
    with: { instruments: ['D-1'], kind, content },
    expect: { events: ['ReplyReceived'] },
  };
}

export function judged({ handler }: Office, adoption: 'full' | 'refused', opinion: string): Act {
  return {
    after: 2,
    who: handler.person,
    does: 'disposition.assessReply',
    to: '$matter',
    with: { reply: 'R-1', adoption, opinion },
    expect: { events: ['ReplyAssessed'] },
  };
}

/** The superior unit is told, and takes it up. */
export function escalated({ handler }: Office, superior: Office): readonly Act[] {
  return [
    {
      after: 1,
      who: handler.person,
      does: 'disposition.escalateToSuperior',
      to: '$matter',
      with: { instruments: ['D-1'], opinion: '监督意见正确而被监督单位不采纳，报告上一级院。' },
      expect: { events: ['EscalatedToSuperior'], status: 'escalated' },
    },
    {
      after: 1,
      who: superior.caseAdmin,
      does: 'disposition.acceptEscalation',
      to: '$matter',
      with: { reviewer: superior.handler.person, line: 'criminal_prosecution' },
      expect: { events: ['EscalationAccepted'], status: 'escalated' },
    },
  ];
}

/** 回头看: two people look whether it was put right. */
export function seenAgain({ handler, assistant }: Office, finding: string): Act {
  return {
    after: 2,
    who: handler.person,
    does: 'disposition.verifyRectification',
    to: '$matter',
    with: { persons: [handler.person, assistant.person], instruments: ['D-1'], corrected: true, finding },
    expect: { events: ['RectificationVerified'], status: 'following_up' },
  };
}
