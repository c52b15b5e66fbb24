import { z } from 'zod';
import { personId, unitCode } from './identifiers.ts';
import { bodyName, code, listOf, personName, shortText } from './texts.ts';

/** A member of staff with the name as it was then. Names of the state's staff in office are not personal data here. */
export const staffMember = z.strictObject({
  person: personId,
  name: personName,
  unit: unitCode.optional(),
});
export type StaffMember = z.output<typeof staffMember>;

/** Who handles a matter: one responsible prosecutor, and who helps. */
export const handlingGroup = {
  handler: staffMember.meta({ description: '承办检察官 / Handling prosecutor' }),
  assistants: listOf(staffMember, 50).meta({ description: '办案组其他人员 / Others of the handling group' }),
};

/** Kinds of bodies that are supervised or addressed. */
export const bodyKind = z.enum([
  'public_security',
  'court',
  'detention_house',
  'prison',
  'community_correction',
  'supervision_commission',
  'procuratorate',
  'administrative',
  'enterprise',
  'other',
]);

/** A supervised or addressed body. */
export const supervisedBody = z.strictObject({
  name: bodyName,
  kind: bodyKind.meta({ description: '单位类别 / Kind of body' }),
  creditCode: z
    .string()
    .regex(/^[0-9A-Z]{18}$/)
    .optional()
    .meta({ description: '统一社会信用代码（GB 32100） / Unified social credit code' }),
});
export type SupervisedBody = z.output<typeof supervisedBody>;

/** Who brought a complaint, report or application. Everything that names the person is personal. */
export const reporter = z.strictObject({
  kind: z.enum(['citizen', 'enterprise', 'agency', 'anonymous']),
  name: personName.optional(),
  idNumber: z
    .string()
    .regex(/^[0-9A-Za-z]{6,18}$/)
    .optional(),
  phone: z
    .string()
    .regex(/^\+?[0-9 -]{5,20}$/)
    .optional(),
  address: shortText.optional(),
  language: code.optional().meta({ description: '使用的语言 / Language used' }),
});

/** Dotted paths of what names a reporter standing at `field`. */
export function personalOfReporter(field: string): readonly string[] {
  return ['name', 'idNumber', 'phone', 'address'].map((part) => `${field}.${part}`);
}
