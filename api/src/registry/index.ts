export { createBuiltInRegistry, createBuiltInRegistry as createRegistry } from './built-in.ts';
export type { HoursReport, Registry, RenewalRequest } from './registry-port.ts';
