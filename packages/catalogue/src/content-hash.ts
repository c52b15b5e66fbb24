import { contentHash } from '@jiandu/eventing';
import deadlines from '../data/deadlines.json' with { type: 'json' };
import { documentKinds } from './documents.ts';
import { gradeSchemes } from './grades.ts';
import { leadSources } from './lead-sources.ts';
import { matterTypes } from './matter-types.ts';
import { forbiddenMeasures, measureKinds } from './measures.ts';
import { roles } from './roles.ts';
import { secrecyLabels } from './secrecy.ts';
import { significanceRule } from './significance.ts';
import { statuses, statusRules } from './statuses.ts';

/**
 * SHA-256 over everything in the catalogue that a decision may rest on, as hexadecimal. Two releases that call
 * their catalogue by the same version but decide differently are told apart by it.
 */
export const catalogueContentHash: string = contentHash([
  deadlines,
  documentKinds,
  gradeSchemes,
  leadSources,
  matterTypes,
  measureKinds,
  forbiddenMeasures,
  roles,
  secrecyLabels,
  significanceRule,
  statuses,
  statusRules,
]);
