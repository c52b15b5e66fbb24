import { topicTable } from '@jiandu/adapters-distributed/kafka';
import { envelopeJsonSchema } from '@jiandu/contracts';
import { OPEN_TOPIC, topicOf } from '@jiandu/eventing';
import { publishedEvents, type SchemaFile, schemaFilesOf } from './published.ts';
import { channelTitles } from './topics.ts';

const SERVICES = [...new Set(publishedEvents.map(({ service }) => service))];
const MEDIA_TYPE = 'application/cloudevents+json';

type Json = Readonly<Record<string, unknown>>;

function messageId({ event, version, shortened }: SchemaFile): string {
  return `${event.type}.v${version}${shortened ? '.open' : ''}`;
}

/** Files whose messages stand on the topic of a service, or on the open one. */
function messagesOn(topic: string): readonly SchemaFile[] {
  return publishedEvents.flatMap((event) => {
    const files = schemaFilesOf(event);
    if (topic !== OPEN_TOPIC)
      return topicOf(event.service) === topic ? files.filter((each) => !each.shortened) : [];
    if (event.open === 'never') return [];
    return event.open === 'shortened' ? files.filter((each) => each.shortened) : files;
  });
}

function message(file: SchemaFile): Json {
  const { event, version, shortened } = file;
  const { type, service, title, occasion, schemas } = event;
  const old = version < schemas.length;
  const notes = [
    ...(old
      ? [
          `旧版本，发布于升级之前的消息。 / An older version: messages published before version ${schemas.length}.`,
        ]
      : []),
    ...(shortened ? ['不含内卷字段。 / Without the fields of the inner volume.'] : []),
  ];
  return {
    name: messageId(file),
    title: `${title.zh} / ${title.en}`,
    description: [`${occasion.zh} / ${occasion.en}`, ...notes].join('\n\n'),
    ...(old ? { deprecated: true } : {}),
    tags: [{ name: service }],
    payload: {
      allOf: [
        { $ref: '#/components/schemas/CloudEvent' },
        {
          type: 'object',
          properties: {
            type: { type: 'string', pattern: `^jiandu\\.${service}\\.[A-Za-z]+\\.${type}\\.v${version}$` },
            dataschema: { type: 'string', const: `/v1/schemas/events/${type}/${version}` },
            data: { $ref: `./${file.file}` },
          },
        },
      ],
    },
    traits: [{ $ref: '#/components/messageTraits/cloudEvent' }],
  };
}

/** How the topic is made, from the one table that says so. */
function topicBinding(topic: string): Json {
  const settings = topicTable[topic];
  if (settings === undefined) throw new Error(`the table of topics has no ${topic}`);
  const { partitions, cleanup, retentionMs, maxMessageBytes } = settings;
  return {
    topic,
    partitions,
    topicConfiguration: {
      'cleanup.policy': [cleanup],
      'retention.ms': retentionMs,
      'max.message.bytes': maxMessageBytes,
    },
    bindingVersion: '0.5.0',
  };
}

function channel(topic: string): Json {
  const { title, description } = channelTitles(topic);
  return {
    address: topic,
    title: `${title.zh} / ${title.en}`,
    description: `${description.zh}\n\n${description.en}`,
    servers: [{ $ref: '#/servers/kafka' }],
    messages: Object.fromEntries(
      messagesOn(topic).map((file) => [
        messageId(file),
        { $ref: `#/components/messages/${messageId(file)}` },
      ]),
    ),
    bindings: { kafka: topicBinding(topic) },
  };
}

const trait = {
  contentType: MEDIA_TYPE,
  headers: {
    type: 'object',
    properties: {
      'content-type': { type: 'string', const: `${MEDIA_TYPE}; charset=UTF-8` },
      ce_type: { type: 'string', description: '同 type / The same as type' },
      ce_id: { type: 'string', description: '同 id；据以去重 / The same as id; tells duplicates' },
      correlationid: { type: 'string', description: '同 correlationid / The same as correlationid' },
      traceparent: { type: 'string', description: 'W3C 追踪上下文 / W3C trace context' },
      jiandu_record: {
        type: 'string',
        description:
          '位置、id 与所属事件流，以空格分隔 / Position, id and stream of the record, separated by spaces',
      },
    },
    required: ['content-type', 'ce_type', 'ce_id', 'correlationid'],
  },
  correlationId: { location: '$message.header#/correlationid' },
  bindings: {
    kafka: {
      key: {
        type: 'string',
        description:
          '同 partitionkey：事项编号，受理前为线索编号；同一键的消息按顺序到达。 / The same as partitionkey: matter number, or lead id before there is one; messages of one key come in order.',
      },
      bindingVersion: '0.5.0',
    },
  },
};

function operation(topic: string): readonly [string, Json] {
  const name = topic === OPEN_TOPIC ? 'publishOpenEvents' : `publish${topic.split('.')[1]}Events`;
  return [
    name,
    {
      action: 'send',
      channel: { $ref: `#/channels/${topic}` },
      summary: '至少一次；按 id 去重。 / At least once; tell duplicates by their id.',
    },
  ];
}

/** The AsyncAPI 3.0 document of the topics: what stands on each, with which key and headers. */
export function asyncApi(): Json {
  const topics = [...SERVICES.map(topicOf), OPEN_TOPIC];
  const { $schema: _, ...envelope } = envelopeJsonSchema();
  return {
    asyncapi: '3.0.0',
    info: {
      title: '监督事项平台事件 / Events of Jiandu',
      version: '1.0.0',
      description:
        '各服务发布的公开事件，CloudEvents 1.0 结构化 JSON；个人信息字段不在其中。\n\nPublic events of every service, CloudEvents 1.0 in structured JSON; personal fields are never in them.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: MEDIA_TYPE,
    servers: {
      kafka: {
        host: '{broker}',
        protocol: 'kafka',
        variables: {
          broker: { default: 'localhost:9092', description: '任一代理的地址 / Address of any broker' },
        },
      },
    },
    channels: Object.fromEntries(topics.map((topic) => [topic, channel(topic)])),
    operations: Object.fromEntries(topics.map(operation)),
    components: {
      schemas: { CloudEvent: envelope },
      messages: Object.fromEntries(
        publishedEvents.flatMap(schemaFilesOf).map((file) => [messageId(file), message(file)]),
      ),
      messageTraits: { cloudEvent: trait },
    },
  };
}
