import { leadSourceOf, matterType } from '@jiandu/catalogue';
import { bodyKind, leadRegistered, secrecyLabel, supervisedBody } from '@jiandu/contracts';
import { type Context, type Refusal, refuseByKernel } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';

const said = leadRegistered.schema.pick({
  type: true,
  subKind: true,
  title: true,
  facts: true,
  statement: true,
  supervisedBody: true,
  clause: true,
  place: true,
  happenedFrom: true,
  happenedTo: true,
  amount: true,
  persons: true,
  reporter: true,
  nationalCaseRef: true,
  accessList: true,
});

const body = supervisedBody.extend({ kind: bodyKind.default('other') });

/** Fields in which a clerk or prosecutor writes down what a lead says. A state secret fits none of them. */
export const contentFields = {
  ...said.shape,
  supervisedBody: body,
  custody: z.boolean().default(false),
  secrecy: secrecyLabel.default('internal'),
};

/** The same fields where only what is wrong before is given again; who came and what was said is not corrected. */
export const correctionFields = z
  .strictObject({
    ...said.shape,
    supervisedBody: body,
    custody: z.boolean(),
    secrecy: secrecyLabel,
  })
  .omit({ statement: true, reporter: true })
  .partial().shape;

interface Said {
  readonly type?: string | undefined;
  readonly subKind?: string | undefined;
  readonly happenedFrom?: string | undefined;
  readonly happenedTo?: string | undefined;
  readonly secrecy?: string | undefined;
  readonly accessList?: readonly string[] | undefined;
}

/** Whether type, sub-kind and source fit together; a refusal when not. */
export function refuseMisfit(
  { type, subKind }: Pick<Said, 'type' | 'subKind'>,
  source: string,
  { directory }: Context,
): Refusal | undefined {
  if (leadSourceOf(source) === undefined) return refuse('source.unknown', { field: 'source', source });
  if (type === undefined) return undefined;
  const known = matterType(directory.catalogueVersion, type);
  if (known === undefined) return refuse('type.unknown', { field: 'type', type });
  if (!known.sources.includes(source))
    return refuse('type.source-not-fitting', { field: 'type', type, source });
  if (subKind !== undefined && !known.subKinds.some(({ code }) => code === subKind)) {
    return refuse('subkind.unknown', { field: 'subKind', type, subKind });
  }
  return undefined;
}

/** What is wrong with what a lead says, if anything. */
export function refuseContent(content: Said, source: string, context: Context): Refusal | undefined {
  const { happenedFrom: from, happenedTo: until, secrecy, accessList = [] } = content;
  if (from !== undefined && until !== undefined && until < from) {
    return refuse('period.reversed', { field: 'happenedTo', from, until });
  }
  if (secrecy === 'restricted' && accessList.length === 0) {
    return refuse('secrecy.access-list-missing', { field: 'accessList' });
  }
  return refuseMisfit(content, source, context);
}

/** A fact may be recorded late, never ahead. */
export function refuseAhead(
  field: string,
  date: string | undefined,
  { today }: Context,
): Refusal | undefined {
  return date !== undefined && date > today
    ? refuseByKernel('date.in-future', { field, date, today })
    : undefined;
}
