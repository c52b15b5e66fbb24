import type { JsonSchema } from './json-schema.ts';

const text: JsonSchema = { type: 'string' };

/** Answer of every command. */
export const COMMAND_ANSWER: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string', description: '对象编号 / Id of the thing' },
    revision: { type: 'integer', description: '版次，用于If-Match / Revision, for If-Match' },
    position: { type: 'integer', description: '日志位置，用于after / Position in the log, for after' },
    events: { type: 'array', items: text, description: '发生的事件 / Types of the events' },
  },
  required: ['id', 'revision', 'position', 'events'],
  additionalProperties: false,
};

/** Every refusal and every error, RFC 9457. */
export const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'RFC 9457; GET /problems 列出全部代码 / lists every code',
  properties: {
    type: text,
    title: text,
    titleEn: text,
    status: { type: 'integer' },
    code: { type: 'string', description: '稳定代码 / Stable code' },
    detail: text,
    detailEn: text,
    field: { type: 'string', description: '有误的字段 / The field that breaks the rule' },
    law: { type: 'string', description: '条文或规则 / Article or rule' },
    issues: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: text, message: text },
        required: ['field', 'message'],
        additionalProperties: false,
      },
    },
    correlationId: text,
    retryAfter: { type: 'integer', description: '几秒后可重试 / Seconds until a retry makes sense' },
  },
  required: ['type', 'title', 'titleEn', 'status', 'code', 'detail', 'detailEn', 'correlationId'],
  additionalProperties: false,
};
