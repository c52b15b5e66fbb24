export { drawOne } from './matter/draw.ts';
export { intake } from './service.ts';

/**
 * The event upon which the composition root destroys keys: its data hold their ids in `keys`. Until they are destroyed
 * the reporter is hidden from every answer; afterwards nobody can read the sealed fields, in no copy.
 */
export const ERASES_KEYS = 'ReporterErased';
