import type { Bilingual } from '@jiandu/eventing';
import { OPEN_TOPIC } from '@jiandu/eventing';

const NAMES: Readonly<Record<string, Bilingual>> = {
  registry: { zh: '制度与组织', en: 'Registry' },
  intake: { zh: '线索受理', en: 'Intake' },
  investigation: { zh: '调查核实', en: 'Investigation' },
  disposition: { zh: '监督处理', en: 'Disposition' },
  assessment: { zh: '质量与业绩', en: 'Assessment' },
  reporting: { zh: '台账与审计', en: 'Reporting' },
};

/** A service's name for people. */
export function serviceName(service: string): Bilingual {
  return NAMES[service] ?? { zh: service, en: service };
}

/** What a topic is, and who may read it. */
export function channelTitles(topic: string): { readonly title: Bilingual; readonly description: Bilingual } {
  if (topic === OPEN_TOPIC) {
    return {
      title: { zh: '供分析使用的全部事件', en: 'Events of all services, for analysts' },
      description: {
        zh: '各服务的公开和内部事件，按全省数据授权读取；工作秘密、专案、内卷字段不在其中。永久保留，可以从头读取。',
        en: 'Public and internal events of every service, for readers admitted to the data of the whole province; no work secrets, no restricted things, no inner volume. Kept for ever: read from the beginning.',
      },
    };
  }
  const { zh, en } = serviceName(topic.split('.')[1] ?? topic);
  return {
    title: { zh: `${zh}服务的事件`, en: `Events of ${en.toLowerCase()}` },
    description: {
      zh: '供其他服务读取，含工作秘密和专案事项；平台以外不得读取。',
      en: 'For the other services; holds work secrets and restricted matters, so nobody outside the platform reads it.',
    },
  };
}
