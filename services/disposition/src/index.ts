export { disposition } from './service.ts';
