import type { RegistryConfig } from '../config-registry.ts';
import type { Vault } from '../crypto/vault.ts';
import type { Db } from '../db/connect.ts';
import { createBuiltInRegistry } from './built-in.ts';
import { createHttpRegistry } from './http-registry.ts';
import type { Registry } from './registry-port.ts';

export { createHttpRegistry } from './http-registry.ts';
export { faultKindOf, REGISTRY_FAULTS, RegistryFault } from './registry-fault.ts';
export type { RegistryFaultKind } from './registry-fault.ts';
export type {
  HoursReport,
  Registry,
  RegistryVoidAnswer,
  RenewalRequest,
  VoidRequest,
} from './registry-port.ts';

type Stands = {
  readonly db: Db;
  readonly vault: Vault;
  readonly config?: { readonly registry: RegistryConfig | null };
};

/** The registry the configuration names: the ministry's over HTTP, or the built-in one. */
export const createRegistry = ({ db, vault, config }: Stands): Registry =>
  config?.registry
    ? createHttpRegistry(config.registry, { now: () => Date.now() })
    : createBuiltInRegistry({ db, vault });
