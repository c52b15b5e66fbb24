export { assessment } from './service.ts';
