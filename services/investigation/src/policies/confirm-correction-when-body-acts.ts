import type { InstrumentServed, RectificationVerified, ReplyAssessed } from '@jiandu/contracts';
import { definePolicy, type Envelope, idOf, when } from '@jiandu/eventing';

function confirm(input: Readonly<Record<string, unknown>>, { stream }: Envelope<unknown>) {
  const tolerate = ['verification.closed', 'number.voided'];
  return [{ command: 'investigation.confirmCorrection', id: idOf(stream), input, tolerate }];
}

/** What disposition learns about the body's acts says of each issue whether it is put right. */
export const confirmCorrectionWhenBodyActs = definePolicy({
  name: 'confirmCorrectionWhenBodyActs',
  title: { zh: '送达、评价、核实后确认整改', en: 'Confirm corrections when the body acts' },
  from: ['disposition'],
  on: {
    InstrumentServed: when<InstrumentServed['data']>((event) => {
      const { instrument, servedOn: confirmedOn } = event.data;
      const input = { ground: 'instrument_served', issues: [], instruments: [instrument], corrected: false };
      return confirm({ ...input, confirmedOn }, event);
    }),
    ReplyAssessed: when<ReplyAssessed['data']>((event) => {
      const { reply, assessedOn: confirmedOn, adoption, instruments } = event.data;
      const issues = (event.data.issues ?? []).map((each) => ({
        issue: each.issue,
        corrected: each.adoption === 'full',
      }));
      const whole = issues.length === 0 ? instruments : [];
      const input = { ground: 'reply_assessed', issues, instruments: whole, corrected: adoption === 'full' };
      return confirm({ ...input, reply, confirmedOn }, event);
    }),
    RectificationVerified: when<RectificationVerified['data']>((event) => {
      const { verifiedOn: confirmedOn, issues, instruments, corrected } = event.data;
      const whole = issues.length === 0 ? instruments : [];
      return confirm(
        { ground: 'rectification_verified', issues, instruments: whole, corrected, confirmedOn },
        event,
      );
    }),
  },
});
