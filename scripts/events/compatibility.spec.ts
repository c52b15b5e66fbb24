import { describe, expect, test } from 'vitest';
import { differencesIn } from './compatibility.ts';
import { judge } from './judge.ts';

const released = {
  $id: '/v1/schemas/events/Sample/1',
  type: 'object',
  title: '样例 / Sample',
  properties: {
    result: { type: 'string', enum: ['accept', 'reject'] },
    ground: { type: 'string', enum: ['a', 'b'], 'x-open': true },
    title: { type: 'string', maxLength: 200, description: 'words' },
    body: {
      type: 'object',
      properties: { name: { type: 'string' }, code: { type: 'string' } },
      required: ['name'],
    },
    people: {
      type: 'array',
      maxItems: 50,
      items: { type: 'object', properties: { person: { type: 'string' } }, required: ['person'] },
    },
    sum: { anyOf: [{ type: 'integer', description: 'words' }, { type: 'null' }] },
  },
  required: ['result', 'title', 'body'],
};
type Sample = typeof released & Record<string, unknown>;

/** The released schema after somebody changed something in it. */
function changed(change: (schema: Sample) => unknown): Sample {
  const schema = structuredClone(released) as Sample;
  change(schema);
  return schema;
}

const told = (schema: unknown) =>
  differencesIn(released, schema).map(
    ({ at, what, compatible }) => `${compatible ? 'ok' : 'breaks'} ${at}: ${what}`,
  );

describe('what may change within a version', () => {
  test.each<[string, (schema: Sample) => unknown, readonly string[]]>([
    ['nothing', () => undefined, []],
    [
      'titles, descriptions, examples',
      (s) => Object.assign(s, { title: 'x', description: 'y', examples: [] }),
      [],
    ],
    [
      'a description inside a choice',
      (s) => Object.assign(s.properties.sum.anyOf[0]!, { description: 'y' }),
      [],
    ],
    [
      'a field, as optional',
      (s) => Object.assign(s.properties, { place: { type: 'string' } }),
      ['ok place: the field is new and optional'],
    ],
    [
      'a field inside a list, as optional',
      (s) => Object.assign(s.properties.people.items.properties, { unit: { type: 'string' } }),
      ['ok people.*.unit: the field is new and optional'],
    ],
    [
      'a value, in a list declared open',
      (s) => s.properties.ground.enum.push('c'),
      ['ok ground: the value "c" is new'],
    ],
  ])('%s', (_, change, differences) => expect(told(changed(change))).toEqual(differences));
});

describe('what breaks readers', () => {
  test.each<[string, (schema: Sample) => unknown, readonly string[]]>([
    [
      'a field that is gone',
      (s) => Reflect.deleteProperty(s.properties, 'title'),
      ['breaks title: the field is gone'],
    ],
    [
      'an optional field that is gone',
      (s) => Reflect.deleteProperty(s.properties.body.properties, 'code'),
      ['breaks body.code: the field is gone'],
    ],
    [
      'a field that may be absent from now on',
      (s) => s.required.splice(0, 1),
      ['breaks result: the field was always there and is optional now'],
    ],
    [
      'a field that must be there from now on',
      (s) => s.properties.body.required.push('code'),
      ['breaks body.code: the field was optional and is required now'],
    ],
    [
      'a new field that must be there',
      (s) => {
        Object.assign(s.properties, { place: { type: 'string' } });
        s.required.push('place');
      },
      ['breaks place: the field is new and required'],
    ],
    [
      'another type',
      (s) => Object.assign(s.properties.title, { type: 'integer' }),
      ['breaks title: type was "string" and is "integer"'],
    ],
    [
      'another type in a list',
      (s) => Object.assign(s.properties.people.items.properties.person, { type: 'integer' }),
      ['breaks people.*.person: type was "string" and is "integer"'],
    ],
    [
      'another type in a choice',
      (s) => Object.assign(s.properties.sum.anyOf[0]!, { type: 'number' }),
      ['breaks sum: type was "integer" and is "number"'],
    ],
    ['a choice less', (s) => s.properties.sum.anyOf.pop(), ['breaks sum: anyOf has 1 choices, not 2']],
    ['a value less', (s) => s.properties.result.enum.pop(), ['breaks result: the value "reject" is gone']],
    [
      'a value less in an open list',
      (s) => s.properties.ground.enum.shift(),
      ['breaks ground: the value "a" is gone'],
    ],
    [
      'a value more in a closed list',
      (s) => s.properties.result.enum.push('task'),
      ['breaks result: the value "task" is new, and the list is not declared open'],
    ],
    [
      'a list that is declared open afterwards',
      (s) => Object.assign(s.properties.result, { 'x-open': true }),
      ['breaks result: x-open was not set and is true'],
    ],
    [
      'a list of values that is dropped',
      (s) => Reflect.deleteProperty(s.properties.result, 'enum'),
      [
        'breaks result: the value "accept" is gone',
        'breaks result: the value "reject" is gone',
        'breaks result: enum was set and is not',
      ],
    ],
    [
      'a longer text',
      (s) => Object.assign(s.properties.title, { maxLength: 400 }),
      ['breaks title: maxLength was 200 and is 400'],
    ],
    [
      'a form that was not asked for',
      (s) => Object.assign(s.properties.title, { pattern: '^x' }),
      ['breaks title: pattern was not set and is "^x"'],
    ],
    [
      'things instead of a list',
      (s) => Reflect.deleteProperty(s.properties.people, 'items'),
      ['breaks people.*: it is another schema'],
    ],
  ])('%s', (_, change, differences) => expect(told(changed(change))).toEqual(differences));
});

describe('the verdict', () => {
  const of = (version: number, schema: object = released) => ({
    type: 'Sample',
    version,
    schema: { ...schema },
  });

  test('level with what was released', () => {
    expect(judge([of(1)], [of(1)])).toEqual({ broken: [], unfrozen: [] });
  });

  test('a break names the event, the field, and how to mend it', () => {
    const { broken, unfrozen } = judge(
      [
        of(
          1,
          changed((s) => s.properties.result.enum.pop()),
        ),
      ],
      [of(1)],
    );
    expect(unfrozen).toEqual([]);
    expect(broken).toEqual([
      'Sample version 1: result: the value "reject" is gone\n' +
        '  Consumers read version 1 and messages of it are on the topics. Put the schema of Sample back; or give the new shape as version 2: ' +
        'add an upcast from 1 to 2 to its `upcasts`, ' +
        'run packages/contracts/scripts/add-to-corpus.ts, then npm run events -- --release.',
    ]);
  });

  test('the same shape as a new version breaks nobody, and waits to be frozen', () => {
    expect(
      judge(
        [
          of(
            2,
            changed((s) => s.properties.result.enum.pop()),
          ),
        ],
        [of(1)],
      ),
    ).toEqual({
      broken: [],
      unfrozen: ['Sample version 2: new, not released yet'],
    });
  });

  test('an addition waits to be frozen: until then nothing would hold it', () => {
    const added = changed((s) => Object.assign(s.properties, { place: { type: 'string' } }));
    expect(judge([of(1, added)], [of(1)])).toEqual({
      broken: [],
      unfrozen: ['Sample version 1: place: the field is new and optional'],
    });
  });

  test('a version does not go back, and none in between is lost', () => {
    expect(judge([of(1)], [of(1), of(2)]).broken[0]).toMatch(/^Sample version 1: version 2 was released/);
    expect(judge([of(2)], [of(2)]).broken).toEqual([
      'Sample version 1: its frozen schema is gone; take it from the history',
    ]);
  });

  test('a released event is not dropped', () => {
    expect(judge([], [of(1)]).broken).toEqual([
      'Sample: released and no longer declared; its messages stay on the topics, so its definition stays too',
    ]);
  });
});
