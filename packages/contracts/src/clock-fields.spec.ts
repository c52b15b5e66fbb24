import { type ClockNews, foldClocks } from '@jiandu/clocks';
import { expect, test } from 'vitest';
import type { LeadReceived } from './index.ts';

test('what events say of clocks is what the clock fold reads', () => {
  const started: LeadReceived['data']['clocks'] = [
    {
      clock: 'DL-01',
      subject: 'L-630103-2025-7K3M9Q2X',
      start: '2025-03-03',
      due: '2025-03-10',
      provisional: false,
      calendar: 'cn-2026.1',
    },
  ];
  const received: ClockNews = { clocks: started };
  const screened: ClockNews = { clocksMet: [{ clock: 'DL-01', subject: 'L-630103-2025-7K3M9Q2X' }] };
  const open = foldClocks([], { type: 'LeadReceived', data: received, occurredOn: '2025-03-03' });
  const [clock] = foldClocks(open, { type: 'LeadScreened', data: screened, occurredOn: '2025-03-07' });
  expect(clock).toMatchObject({ status: 'met', metOn: '2025-03-07', daysLate: 0 });
});
