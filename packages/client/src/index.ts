export type { Answer } from './answer.ts';
export { type Client, type ClientOptions, createClient } from './client.ts';
export type * from './generated/api.ts';
export { type Injectable, inProcess } from './in-process.ts';
export type { CommandOptions, QueryOptions } from './operation.ts';
export type { Fetch } from './transport.ts';
