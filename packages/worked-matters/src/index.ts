export { type Exchange, overHttp } from './api.ts';
export { type Example, exampleOf } from './example.ts';
export { type Played, type PlayedStep, play } from './player.ts';
export { closingLine, lineOfStep } from './report.ts';
export type { Step, WorkedMatter } from './script.ts';
