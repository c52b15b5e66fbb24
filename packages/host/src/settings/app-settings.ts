import type { AppParts } from '../http/app-parts.ts';
import type { DistributedSettings } from './distributed-settings.ts';
import type { Settings } from './settings.ts';

/** What every house's settings say of its HTTP: bounds, and whose pages may call. */
export function httpOf(settings: Settings | DistributedSettings): Pick<AppParts, 'limits' | 'corsOrigins'> {
  return {
    ...(settings.JIANDU_CORS_ORIGINS === undefined ? {} : { corsOrigins: settings.JIANDU_CORS_ORIGINS }),
    limits: {
      bodyBytes: settings.JIANDU_BODY_LIMIT,
      afterMs: settings.JIANDU_AFTER_TIMEOUT,
      rate: { perSecond: settings.JIANDU_RATE_LIMIT, burst: settings.JIANDU_RATE_LIMIT * 4 },
    },
  };
}
