import type { Played, PlayedStep } from './player.ts';

/** One step in a few lines: who did what when, what was answered, which clocks stand where. */
export function lineOfStep(played: PlayedStep): string {
  const { step, actions, answer, seen, fresh, differences } = played;
  const [action] = actions;
  const number = (step.actions?.join('+') ?? '·').padStart(3);
  const who = action?.actor ?? step.who ?? 'system';
  const code =
    answer === undefined ? '' : ` → ${answer.status}${answer.status >= 300 ? ` ${answer.body.code}` : ''}`;
  const clocks = seen.clocks
    .filter((clock) => clock.status === 'running' || clock.status === 'missed')
    .map(
      (clock) =>
        `${clock.clock}${/^[DI]-/.test(clock.subject) ? ` ${clock.subject}` : ''} ≤ ${clock.due}${clock.status === 'missed' ? '!' : ''}`,
    );
  return [
    `${number}  ${step.on}  ${who}  ${step.does ?? '—'}${code}  ${actions.map((each) => each.zh).join('；')}`,
    `      ${seen.status || '—'}  [${fresh.join(', ')}]${clocks.length === 0 ? '' : `  ⏱ ${clocks.join(' · ')}`}`,
    ...differences.map((difference) => `    ✗ ${difference}`),
  ].join('\n');
}

/** The closing line: `EX-01: 25 of 25 actions, 0 differences`. */
export function closingLine(played: Played): string {
  return `${played.matter.id}: ${played.actionsDone} of ${played.actions} actions, ${played.differences.length} differences`;
}
