import { z } from 'zod';
import { localDate } from './dates.ts';
import { leadId, matterType, personId, unitCode } from './identifiers.ts';
import { staffMember, supervisedBody } from './people.ts';
import { code, listOf, shortText } from './texts.ts';

/** Secrecy labels the platform may hold. A state secret is none of them: it stays off the platform (保密法 §17). */
export const secrecyLabel = z
  .enum(['public', 'internal', 'work_secret', 'restricted'])
  .meta({ description: '密级标识 / Secrecy label' });
export type SecrecyLabelField = z.output<typeof secrecyLabel>;

/** The four procuratorial functions (四大检察). */
export const supervisionFunction = z
  .enum(['criminal', 'civil', 'administrative', 'public_interest'])
  .meta({ description: '四大检察类别 / Procuratorial function' });

/** Handled as a case (办案) or as a light task (办事). */
export const track = z.enum(['case', 'task']).meta({ description: '轨道：案件、办事 / Case or task' });

/** The full procedure, or the simple one for clear matters (简易). */
export const procedure = z.enum(['full', 'simple']).meta({ description: '普通、简易 / Full or simple' });

/** How the supervision began: by own motion, on application, or handed over by somebody. */
export const origin = z
  .enum(['own_motion', 'on_application', 'transferred'])
  .meta({ description: '依职权、依申请、移送 / How it began' });

/** What every service needs to know of a matter to do its part; it travels with the events that hand the matter on. */
export const matterProfile = z.strictObject({
  type: matterType,
  subKind: code.optional().meta({ description: '子类，如 should_file / Sub-kind, such as should_file' }),
  unit: unitCode,
  lead: leadId,
  title: shortText.meta({ description: '案由，不写个人姓名 / Subject, without names of private persons' }),
  track,
  procedure,
  function: supervisionFunction,
  line: code.meta({ description: '业务条线 / Business line' }),
  department: code.meta({ description: '承办部门 / Department' }),
  supervisedBody,
  clause: shortText.optional().meta({ description: '违反的条款 / Clause broken' }),
  custody: z.boolean().meta({ description: '涉在押人员 / Touches a person in custody' }),
  complainant: z.boolean().meta({ description: '有应告知的当事人 / Somebody must be told the outcome' }),
  secrecy: secrecyLabel,
  accessList: listOf(personId, 100).optional().meta({ description: '专案准入名单 / Who may see it' }),
  nationalCaseRef: shortText
    .optional()
    .meta({ description: '全国系统案件编号 / Case in the national system' }),
});
export type MatterProfile = z.output<typeof matterProfile>;

/** Where a matter came from: what the ledgers say of its lead. Merged leads keep every discoverer. */
export const provenance = z.strictObject({
  source: code.meta({ description: '线索来源 / Source of the lead' }),
  origin,
  discoveredOn: localDate,
  receivedOn: localDate.optional(),
  registeredOn: localDate.optional(),
  discoverers: listOf(staffMember, 50),
});
export type Provenance = z.output<typeof provenance>;
