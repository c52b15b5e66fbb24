export { investigation } from './service.ts';
