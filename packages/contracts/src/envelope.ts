import { z } from 'zod';
import { localDate, secrecyLabel } from './fields.ts';

const text = (description: string) => z.string().min(1).max(500).meta({ description });

/**
 * The envelope of a message: CloudEvents 1.0 with our extensions. Attributes that a newer release adds are passed over; those
 * known here must be as they were agreed.
 */
export const envelope = z.object({
  specversion: z.literal('1.0').meta({ description: 'CloudEvents 版本 / Version of CloudEvents' }),
  id: text('事件标识；重复送达时相同 / Id of the event; the same when it is delivered again'),
  source: text('来源，urn:jiandu:服务:聚合 / Source, urn:jiandu:service:aggregate'),
  type: text('事件类型与版本 / Type and version of the event'),
  subject: text('所属对象的标识 / Id of the thing it belongs to'),
  time: z.iso.datetime().meta({ description: '记录时刻（UTC） / When it was recorded, UTC' }),
  datacontenttype: z.literal('application/json').meta({ description: '数据格式 / Format of the data' }),
  dataschema: text('数据的 JSON Schema 地址 / Address of the JSON Schema of the data'),
  partitionkey: text(
    '排序键：事项编号，受理前为线索编号 / Key of the order: matter number, or lead id before',
  ),
  position: z
    .string()
    .regex(/^\d{1,15}$/)
    .meta({ description: '在总记录中的位置 / Place in the whole record' }),
  revision: z.int().min(0).meta({ description: '在所属对象中的序号，自 0 起 / Place in its stream, from 0' }),
  occurredon: localDate.meta({ description: '事实发生的法定日期 / Legal date of the fact' }),
  unit: text('业务所属检察院 / Unit whose business this is'),
  secrecy: secrecyLabel,
  actor: text('行为人 / Who acted'),
  actorname: text('行为人姓名（当时） / Name of who acted, as it was then'),
  actorrole: text('据以行为的角色 / Role that gave the right to act'),
  actorunit: text('行为人所在检察院 / Unit of who acted'),
  onbehalfof: text('被代理人 / Whose decision was lent').exactOptional(),
  delegation: text('授权 / Delegation under which it was done').exactOptional(),
  command: text('据以产生的命令 / Command that appended it'),
  via: text(
    '由平台执行时：策略或计时器 / Policy or timer that acted, when it was not a person',
  ).exactOptional(),
  correlationid: text('关联标识 / Id of what all of this belongs to'),
  causationid: text('引起本事件的事件 / Event that caused this one').exactOptional(),
  catalogueversion: text('适用的制度目录版本 / Catalogue version it was done under'),
  traceparent: text('W3C 追踪上下文 / W3C trace context').exactOptional(),
  data: z.looseObject({}).meta({ description: '事件数据 / Data of the event' }),
});
export type Envelope = z.output<typeof envelope>;
