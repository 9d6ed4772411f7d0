import { certificateNumber } from '@xuzheng/engine';
import type { Vault } from '../crypto/vault.ts';
import type { Db } from '../db/connect.ts';
import {
  insertRegistryHours,
  insertRegistryRenewal,
  nextRegistryNumber,
  registryRenewalByKey,
} from '../db/registry.ts';
import type { Registry } from './registry-port.ts';

/**
 * The registry that ships with the product: two tables behind the port. It keeps no portraits, so a
 * portrait is 'absent' there and a person decides.
 */
export function createBuiltInRegistry({ db, vault }: { db: Db; vault: Vault }): Registry {
  const found: Registry['findRenewal'] = async (businessKey) => {
    const row = await registryRenewalByKey(db, businessKey);
    return row ? { answer: 'confirmed', number: row.newNumber } : { answer: 'notFound' };
  };
  return {
    name: 'built-in',
    reportHours: async ({ businessKey, idNumber, post, studyYear, creditHours }) =>
      insertRegistryHours(db, {
        ...{ businessKey, post, studyYear, creditHours },
        idNumberIndex: vault.blindIndex('idNumber', idNumber),
      }),
    renew: async ({ businessKey, idNumber, post, studyYear, oldNumber, rule }) => {
      const before = await found(businessKey);
      if (before.answer === 'confirmed') return before;
      const sequence = await nextRegistryNumber(db);
      await insertRegistryRenewal(db, {
        ...{ businessKey, post, oldNumber },
        idNumberIndex: vault.blindIndex('idNumber', idNumber),
        newNumber: certificateNumber(rule, 'training', studyYear, sequence),
      });
      return found(businessKey);
    },
    findRenewal: found,
    portraitOf: async () => null,
  };
}
