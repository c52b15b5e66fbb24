import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineWatch, GatewayMetrics } from '@jiandu/host';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { serviceNames } from '../../packages/host/src/settings/distributed-settings.ts';
import { openPostRoom, type PostRoom } from '../../packages/host/test/post-room.ts';
import { loadProject } from './compose.ts';
import { metricsIn, metricsOf } from './promql.ts';
import { missing, programOf } from './tools.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const rules = z
  .object({
    groups: z.array(
      z.object({
        rules: z.array(
          z.object({
            alert: z.string(),
            expr: z.string(),
            labels: z.object({ severity: z.enum(['warning', 'critical']) }),
            annotations: z.object({ summary: z.string(), description: z.string(), runbook: z.string() }),
          }),
        ),
      }),
    ),
  })
  .transform(({ groups }) => groups.flatMap((group) => group.rules))
  .parse(parse(read('infra/prometheus/rules.yml'), { version: '1.1', merge: true }));

const dashboard = z
  .object({
    uid: z.string(),
    panels: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        targets: z.array(z.object({ expr: z.string() })).min(1),
      }),
    ),
  })
  .parse(JSON.parse(read('infra/grafana/jiandu.json')));

/** Metrics that others have: Prometheus itself, the node exporter of the Compose files, the kubelet of a cluster. */
const ofOthers = new Set([
  'up',
  'node_filesystem_avail_bytes',
  'node_filesystem_size_bytes',
  'kubelet_volume_stats_available_bytes',
  'kubelet_volume_stats_capacity_bytes',
]);

let room: PostRoom;
const known = new Set(ofOthers);
beforeAll(async () => {
  const engines = new EngineWatch([{ name: 'kafka', essential: false, probe: () => Promise.resolve() }]);
  room = await openPostRoom({ apart: { engines, relays: [] } });
  const gateway = await new GatewayMetrics().text();
  for (const scrape of [(await room.app.inject({ url: '/metrics' })).body, gateway.body])
    for (const name of metricsOf(scrape)) known.add(name);
});
afterAll(() => room.close());

describe('metrics named in files', () => {
  test('names are found in an expression, whatever stands around them', () => {
    expect(
      metricsIn('sum by (le, route) (rate(a_bucket{b="c_total"}[5m])) / on (x) d_total > 0.5 and e == 1'),
    ).toEqual(['a_bucket', 'd_total', 'e']);
  });

  test.each(rules.map(({ alert, expr }) => [alert, expr]))(
    'the alarm %s reads metrics that exist',
    (_name, expr) => {
      const named = metricsIn(expr);
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((name) => !known.has(name))).toEqual([]);
    },
  );

  test.each(dashboard.panels.map(({ title, targets }) => [title, targets]))(
    'the panel %s reads metrics that exist',
    (_title, targets) => {
      expect(targets.flatMap(({ expr }) => metricsIn(expr)).filter((name) => !known.has(name))).toEqual([]);
    },
  );

  test('every metric of the house is shown or watched', () => {
    const named = new Set(
      [...rules, ...dashboard.panels.flatMap(({ targets }) => targets)].flatMap(({ expr }) =>
        metricsIn(expr),
      ),
    );
    const stem = (name: string) => name.replace(/_(bucket|count|sum)$/, '');
    const shown = new Set([...named].map(stem));
    expect([...known].filter((name) => !shown.has(stem(name)))).toEqual([]);
  });
});

describe('alarms', () => {
  test('say in both languages what happened', () => {
    for (const { alert, annotations } of rules) {
      for (const text of [annotations.summary, annotations.description])
        expect(text, alert).toMatch(/\p{Script=Han}.* \/ .*[a-z]/u);
    }
  });

  test('each leads to a heading of docs/operations.md of its own name', (context) => {
    const operations = read('docs/operations.md');
    for (const { alert, annotations } of rules)
      expect(annotations.runbook).toBe(`docs/operations.md#${alert.toLowerCase()}`);
    const headings = new Set([...operations.matchAll(/^#+ (\w+)$/gm)].map(([, name]) => name));
    if (!rules.some(({ alert }) => headings.has(alert)))
      return context.skip('docs/operations.md has no section of alarms yet');
    expect(rules.map(({ alert }) => alert).filter((alert) => !headings.has(alert))).toEqual([]);
  });

  test('promtool reads rules and settings, and the alarms go off when they should', (context) => {
    const promtool = programOf('promtool');
    if (promtool === undefined) return context.skip(missing('promtool'));
    const at = (path: string) => join(root, 'infra/prometheus', path);
    execFileSync(promtool, ['check', 'rules', at('rules.yml')], { stdio: 'pipe' });
    execFileSync(promtool, ['test', 'rules', at('rules.test.yml')], { stdio: 'pipe' });
    const directory = mkdtempSync(join(tmpdir(), 'jiandu-prometheus-'));
    try {
      const file = join(directory, 'prometheus.yml');
      writeFileSync(
        file,
        read('infra/prometheus/prometheus.yml').replace('/etc/prometheus/rules.yml', at('rules.yml')),
      );
      execFileSync(promtool, ['check', 'config', file], { stdio: 'pipe' });
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

describe('what is scraped', () => {
  const settings = z
    .object({
      scrape_configs: z.array(
        z.object({
          job_name: z.string(),
          static_configs: z.array(z.object({ targets: z.array(z.string()) })),
        }),
      ),
    })
    .parse(parse(read('infra/prometheus/prometheus.yml')));
  const targets = (job: string) =>
    settings.scrape_configs
      .filter(({ job_name }) => job_name === job)
      .flatMap((each) => each.static_configs[0]!.targets);

  test('is every process of the house', () => {
    expect(targets('jiandu').sort()).toEqual(
      ['gateway', ...serviceNames].map((name) => `${name}:7080`).sort(),
    );
  });

  test('is a service of the Compose file', (context) => {
    const loader = programOf('compose-go');
    if (loader === undefined) return context.skip(missing('compose-go'));
    const { services } = loadProject(loader, root, ['docker-compose.yml']);
    for (const target of [...targets('jiandu'), ...targets('volumes')])
      expect(services[target.replace(/:.*/, '')], target).toBeDefined();
  });
});
