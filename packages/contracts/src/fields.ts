export * from './fields/clock-fields.ts';
export * from './fields/dates.ts';
export * from './fields/identifiers.ts';
export * from './fields/matter-profile.ts';
export * from './fields/people.ts';
export * from './fields/texts.ts';
