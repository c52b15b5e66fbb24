export { type BootstrapCommand, type BootstrapPlan, bootstrapStages, demoStaff } from './bootstrap.ts';
export { registry } from './service.ts';
