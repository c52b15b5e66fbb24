import { writeFileSync } from 'node:fs';
import { accessScript } from './kafka-access.ts';

/** Writes the deployment files that follow from tables of the house. */
const root = new URL('../../', import.meta.url).pathname;
writeFileSync(`${root}infra/kafka/access.sh`, accessScript(), { mode: 0o755 });
