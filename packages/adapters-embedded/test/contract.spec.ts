import { describe, expect, it } from 'vitest';
import { embeddedStands } from './stands.ts';

describe.each(embeddedStands)('$port on $on', ({ size, cases }) => {
  it('has every case of its contract', () => {
    expect(cases.length).toBe(size);
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases)('$name', ({ run }) => run());
});
