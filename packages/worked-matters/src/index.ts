export { type Exchange, overHttp } from './api.ts';
export { demonstrationMatters } from './demonstration.ts';
export { type Example, exampleOf } from './example.ts';
export { workedMatters } from './matters/index.ts';
export { type Played, type PlayedStep, play, playTogether } from './player.ts';
export { closingLine, lineOfStep } from './report.ts';
export type { Step, WorkedMatter } from './script.ts';
