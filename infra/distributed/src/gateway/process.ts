import type { AddressInfo } from 'node:net';
import { type DistributedSettings, openLog } from '@jiandu/host';
import { services } from '@jiandu/standalone/services';
import type { Listening } from '../process/start-service.ts';
import { openTracing } from '../tracing/tracing.ts';
import { buildGateway } from './gateway.ts';
import { addressIn } from './neighbours.ts';

/** Starts the gateway and listens; it is ready when the services are. */
export async function startGatewayProcess(settings: DistributedSettings): Promise<Listening> {
  const { JIANDU_CORS_ORIGINS: corsOrigins } = settings;
  const tracing = openTracing(settings);
  const app = await buildGateway({
    services,
    addressOf: addressIn(settings),
    mode: settings.JIANDU_MODE,
    log: openLog(settings.JIANDU_LOG_LEVEL),
    limits: { bodyBytes: settings.JIANDU_BODY_LIMIT, afterMs: settings.JIANDU_AFTER_TIMEOUT },
    ...(corsOrigins === undefined ? {} : { corsOrigins }),
    ...(tracing === undefined ? {} : { tracer: tracing.tracer }),
  });
  await app.listen({ host: settings.JIANDU_HOST, port: settings.JIANDU_PORT });
  const { port } = app.server.address() as AddressInfo;
  return {
    address: `http://${settings.JIANDU_HOST}:${port}`,
    close: async () => {
      await app.close();
      await tracing?.close();
    },
  };
}
