export { type BootstrapCommand, type BootstrapPlan, bootstrapStages, demoStaff } from './bootstrap.ts';
export type { DemoMember } from './demo-staff.ts';
export { registry } from './service.ts';
