import { z } from 'zod';
import { checkShared, file, sharedSettings } from './shared-settings.ts';

/** Every setting of the embedded house. */
export const settingsSchema = z
  .strictObject({
    ...sharedSettings,
    /** Directory of the data files. */
    JIANDU_DATA: file.default('./data'),
  })
  .check(({ value, issues }) =>
    checkShared(value, (name, message) =>
      issues.push({ code: 'custom', input: undefined, path: [name], message }),
    ),
  );

export type Settings = Readonly<z.output<typeof settingsSchema>>;
