import { AccessDeniedError, StreamDeletedError } from '@eventstore/db-client';
import { expect, it } from 'vitest';
import { isInvalidPosition, mayPass, NoAnswer } from './passing-errors.ts';

const withStatus = (code: number, details = '') =>
  Object.assign(new Error(`${code} ${details}`), { code, details });

it.each([
  ['cancelled', withStatus(1)],
  ['unknown, as with no leader known', withStatus(2, 'No leader info available in response')],
  ['deadline exceeded', withStatus(4)],
  ['resource exhausted', withStatus(8)],
  ['aborted', withStatus(10)],
  ['internal, as a stream reset', withStatus(13)],
  ['unavailable', withStatus(14)],
  ['no answer in time', new NoAnswer('none')],
  ['no member of the cluster found', new Error('Failed to discover after 10 attempts.')],
  [
    'a connection broken off',
    Object.assign(new Error('Premature close'), { code: 'ERR_STREAM_PREMATURE_CLOSE' }),
  ],
])('may pass: %s', (_, error) => expect(mayPass(error)).toBe(true));

it.each([
  ['invalid argument', withStatus(3)],
  ['permission denied', withStatus(7)],
  ['failed precondition', withStatus(9)],
  ['unimplemented', withStatus(12)],
  ['unauthenticated', withStatus(16)],
  ['access denied', new AccessDeniedError()],
  ['a stream deleted for good', StreamDeletedError.fromStreamName('a.b-1')],
  ['a mistake of ours', new TypeError('undefined is not a function')],
  ['nothing at all', undefined],
])('will not pass: %s', (_, error) => expect(mayPass(error)).toBe(false));

it.each([
  withStatus(3, 'Trying to read from an invalid position.'),
  withStatus(2, 'Unexpected FilteredReadAllResult: InvalidPosition'),
])('knows a position that is none from $message, and does not ask again', (error) => {
  expect(isInvalidPosition(error)).toBe(true);
  expect(mayPass(error)).toBe(false);
});
