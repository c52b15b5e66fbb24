import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessScript, chartTable } from './kafka-access.ts';

const root = join(import.meta.dirname, '../..');

interface Generated {
  readonly file: string;
  readonly text: string;
  readonly executable?: boolean;
}

/** Every deployment file that follows from something else, as it must stand. A chart holds only what lies in its folder. */
export function generated(): readonly Generated[] {
  const at = (path: string) => join(root, path);
  const copy = (from: string, to: string) => ({ file: at(to), text: readFileSync(at(from), 'utf8') });
  return [
    { file: at('infra/kafka/access.sh'), text: accessScript(), executable: true },
    { file: at('infra/helm/jiandu/files/kafka.yaml'), text: chartTable() },
    copy('infra/prometheus/rules.yml', 'infra/helm/jiandu/files/rules.yml'),
    copy('infra/grafana/jiandu.json', 'infra/helm/jiandu/files/dashboard.json'),
  ];
}
