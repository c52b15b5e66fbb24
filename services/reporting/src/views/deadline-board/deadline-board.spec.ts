import { expect, test } from 'vitest';
import { folded } from '../../../test/folded.ts';
import { tellInspection } from '../../../test/inspection.ts';
import { Log } from '../../../test/log.ts';
import { CIR, clock, IAS } from '../../../test/matters.ts';
import { tellOverdueMatter } from '../../../test/overdue-matter.ts';
import { deadlineBoard } from './deadline-board.ts';

test('each clock has its own place on the board, with its end', async () => {
  const board = await folded(deadlineBoard, tellOverdueMatter().envelopes);
  const shown = [...board.values()].map(({ clock: id, subject, due, status, open }) => [
    id,
    subject,
    due,
    status,
    open,
  ]);
  expect(shown).toEqual([
    ['DL-16', 'D-1', '2025-05-06', 'met', false],
    ['DL-17', 'D-1', '2025-05-26', 'met', false],
    ['DL-56', 'D-1', '2025-05-19', 'met', false],
    ['DL-54', IAS, '2025-04-23', 'met', false],
  ]);
});

test('a missed clock stays open until it is made good, and says how late that was', async () => {
  const { events } = tellOverdueMatter();
  const missed = events.findIndex(({ type }) => type === 'DeadlineMissed');
  const id = `${IAS}/D-1/DL-16`;
  const then = (await folded(deadlineBoard, events.slice(0, missed + 1))).get(id);
  expect(then).toMatchObject({ status: 'missed', open: true, warnedOn: '2025-04-29' });
  const now = (await folded(deadlineBoard, events)).get(id);
  expect(now?.rounds).toEqual([
    expect.objectContaining({ status: 'met', metOn: '2025-05-19', missedOn: '2025-05-07', daysLate: 13 }),
  ]);
  expect(now?.timers).toEqual([`disposition.deadline-${id}`]);
});

test('clocks of the same name on different matters do not touch each other', async () => {
  const log = tellOverdueMatter();
  const board = await folded(deadlineBoard, tellInspection(log).envelopes);
  expect(board.get(`${IAS}/D-1/DL-16`)).toMatchObject({ key: IAS, unit: '630202', status: 'met' });
  expect(board.get(`${CIR}/D-1/DL-16`)).toMatchObject({ key: CIR, unit: '632800', status: 'running' });
});

test("a lead's clock is met by whatever stream says so", async () => {
  const log = new Log();
  const lead = 'L-630103-2025-7K3M9Q2X';
  log.say(`intake.lead-${lead}`, 'LeadReceived', '2025-03-03', {
    clocks: [clock('DL-01', lead, '2025-03-03', '2025-03-10')],
  });
  log.say('intake.matter-CFS-630103-2025-00017', 'MatterAccepted', '2025-03-10', {
    clocksMet: [{ clock: 'DL-01', subject: lead }],
  });
  const board = await folded(deadlineBoard, log.envelopes);
  expect([...board.values()]).toEqual([
    expect.objectContaining({ key: lead, type: null, unit: '630103', due: '2025-03-10', status: 'met' }),
  ]);
});
