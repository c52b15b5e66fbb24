import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accessRefusals, refuseStateSecrets } from './index.ts';

const refused = { refused: true, code: 'secrecy.state-secret', params: {} };

describe('state secrets never get in (保密法 §17)', () => {
  test.each([
    { secrecy: 'state_secret' },
    { secrecy: ' 机密 ' },
    { secrecy: 'Confidential' },
    { classification: 'SECRET' },
    { 密级: '绝密' },
    { title: '秘密' },
    { facts: '材料首页标注“机密★20年”，内容如下' },
    { reporter: { name: '李某', notes: [{ mark: 'ｓｔａｔｅ＿ｓｅｃｒｅｔ' }] } },
    { 绝密: true },
  ])('%j is refused, and the refusal repeats nothing of it', (input) => {
    expect(refuseStateSecrets(input)).toEqual(refused);
  });

  test.each([
    { secrecy: 'restricted' },
    { secrecy: 'work_secret' },
    { title: '侵犯商业秘密罪应当立案而不立案' },
    { facts: '民警涉嫌泄露工作秘密' },
    { title: 'secret' },
    { amount: 860_000, clocks: [] },
    null,
    undefined,
    17,
  ])('%j is let through', (input) => {
    expect(refuseStateSecrets(input)).toBeUndefined();
  });

  test('however deep it lies', () => {
    const nested = fc.nat({ max: 40 }).map((depth) => {
      let value: unknown = { secrecy: 'state_secret' };
      for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { inner: value };
      return value;
    });
    fc.assert(
      fc.property(nested, (input) => {
        expect(refuseStateSecrets(input)).toEqual(refused);
      }),
    );
  });

  test('a hundred thousand levels do not exhaust the stack', () => {
    let value: unknown = '机密';
    for (let level = 0; level < 100_000; level += 1) value = [value];
    expect(refuseStateSecrets(value)).toEqual(refused);
  });

  test('the refusal says what to do instead', () => {
    expect(accessRefusals['secrecy.state-secret']).toMatchObject({ status: 422, law: '保密法 §17' });
  });
});
