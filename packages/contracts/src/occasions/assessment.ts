import type { assessmentEvents } from '../assessment.ts';
import type { Occasions } from './occasion.ts';

/** When the events of assessment happen. */
export const assessmentOccasions: Occasions<typeof assessmentEvents> = {
  QualityCheckOpened: {
    zh: '事项立案后，建立其质量检查时（每案必检）。',
    en: 'A matter was filed; every filed matter gets a quality check.',
  },
  QualityCheckDue: {
    zh: '事项办结，可以开始自查时。',
    en: 'The matter is done; the self-check may be made.',
  },
  SelfChecked: {
    zh: '承办人按现行办法自查所办事项质量时。',
    en: 'The handler checks his own work under the scheme in force.',
  },
  QualityGraded: {
    zh: '评定事项质量等次时；同时记载所依据的办法。',
    en: 'The matter gets a grade; the scheme stands beside it because schemes change.',
  },
  QualityCheckHandlersChanged: {
    zh: '事项变更承办人，质量检查随之记载时；曾经承办的人员仍不得评定。',
    en: 'The quality check learns who handles the matter now; who handled it before stays barred from grading it.',
  },
};
