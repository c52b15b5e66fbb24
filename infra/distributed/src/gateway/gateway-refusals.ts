import { defineRefusals } from '@jiandu/eventing';

/** Refusals that only the gateway gives; the one register of their codes. */
export const { register: gatewayRefusals, refuse: refuseByGateway } = defineRefusals({
  'gateway.service-away': {
    status: 503,
    zh: '服务{service}暂不可用，请求未送达，请稍后重试',
    en: 'The service {service} is unavailable for the moment; nothing was sent to it, try again shortly',
  },
  'gateway.answer-lost': {
    status: 503,
    zh: '服务{service}未给出答复，是否已办理尚不确定；请以同一Idempotency-Key重试',
    en: 'The service {service} gave no answer; whether it acted is not known, try again with the same Idempotency-Key',
  },
  'gateway.clocks-differ': {
    status: 503,
    zh: '各服务的演示时钟不一致（{clocks}），请重新拨动或恢复实时',
    en: 'The clocks of the services differ ({clocks}); put the clock forward once more, or let it run',
  },
});
