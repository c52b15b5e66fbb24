import {
  MongoInvalidArgumentError,
  MongoNetworkError,
  MongoServerClosedError,
  MongoServerError,
  MongoUnexpectedServerResponseError,
} from 'mongodb';
import { expect, test } from 'vitest';
import { MongoUnavailable, reaching } from './unavailable.ts';

const failing = (error: Error) => reaching(() => Promise.reject(error));

test.each([
  ['a connection that broke', new MongoNetworkError('closed')],
  ['a server that was closed meanwhile', new MongoServerClosedError()],
  ['an answer that was cut off', new MongoUnexpectedServerResponseError('odd')],
  ['a server that steps down', new MongoServerError({ message: 'not primary', code: 10_107 })],
])('%s may pass, so whoever asked comes again', async (_what, error) => {
  await expect(failing(error)).rejects.toBeInstanceOf(MongoUnavailable);
  await expect(failing(error)).rejects.toMatchObject({ retryable: true, code: 'store.unavailable' });
});

test.each([
  ['a mistake of the caller', new MongoInvalidArgumentError('wrong')],
  ['a right that is missing', new MongoServerError({ message: 'not authorized', code: 13 })],
  ['a bug', new TypeError('undefined is not a function')],
])('%s does not pass', async (_what, error) => {
  await expect(failing(error)).rejects.toBe(error);
});
