export type { FromProjector, ToProjector } from './messages.ts';
export { project } from './project.ts';
export { startRemoteViews } from './remote-views.ts';
