import { certificateNumber } from '@xuzheng/engine';
import type { Vault } from '../crypto/vault.ts';
import type { Db } from '../db/connect.ts';
import {
  insertRegistryHours,
  insertRegistryRenewal,
  insertRegistryVoid,
  nextRegistryNumber,
  registryRenewalByKey,
  registryVoidByKey,
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
    renew: async ({ businessKey, idNumber, keepsNumber, rule, ...request }) => {
      const before = await found(businessKey);
      if (before.answer === 'confirmed') return before;
      const { post, studyYear, oldNumber, voidPredecessor } = request;
      await insertRegistryRenewal(db, {
        ...{ businessKey, post, oldNumber, voidPredecessor },
        idNumberIndex: vault.blindIndex('idNumber', idNumber),
        newNumber:
          keepsNumber && oldNumber !== null
            ? oldNumber
            : certificateNumber(rule, 'training', studyYear, await nextRegistryNumber(db)),
      });
      return found(businessKey);
    },
    findRenewal: found,
    voidCertificate: async (request) => {
      await insertRegistryVoid(db, request);
      return { answer: 'confirmed' };
    },
    findVoid: async (businessKey) =>
      (await registryVoidByKey(db, businessKey)) === undefined
        ? { answer: 'notFound' }
        : { answer: 'confirmed' },
    portraitOf: async () => null,
  };
}
