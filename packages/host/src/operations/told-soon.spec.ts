import { Gauge, Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { setToldSoon } from './told-soon.ts';

const asked = (engine: string, ask: () => Promise<number>) => ({ labels: { engine }, ask });

test('what cannot be told soon, or at all, is absent; the rest is there', async () => {
  const registry = new Registry();
  const gauge = new Gauge({ name: 'lag', help: 'lag', labelNames: ['engine'], registers: [registry] });
  gauge.set({ engine: 'silent' }, 5);
  const never = () => new Promise<number>(() => undefined);
  const broken = () => Promise.reject(new Error('away'));
  const all = [asked('silent', never), asked('broken', broken), asked('fine', async () => 3)];
  await setToldSoon(gauge, all, 20);
  const text = await registry.metrics();
  expect(text).toContain('lag{engine="fine"} 3');
  expect(text).not.toContain('silent');
  expect(text).not.toContain('broken');
});
