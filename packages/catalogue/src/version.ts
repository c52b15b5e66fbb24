/** The version of the catalogue that this release carries; matters record the one they run under. */
export const catalogueVersion = {
  version: '2026.1',
  /** From the first days of the pilot: matters of that time are lawful under it. */
  effectiveFrom: '2023-10-01',
} as const;

/** Versions this release can read, oldest first. */
export const catalogueVersions: readonly string[] = [catalogueVersion.version];
