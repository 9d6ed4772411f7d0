// A worker in a process of its own, so that tests can kill it. Says "working" once it works.
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { readConfig } from '../../api/src/config.ts';
import { createVault } from '../../api/src/crypto/vault.ts';
import { connectDb } from '../../api/src/db/connect.ts';
import { createRegistry } from '../../api/src/registry/index.ts';
import { createStorage } from '../../api/src/storage/index.ts';
import { createLifecycleWorker, readBundle } from '../../api/src/temporal/worker.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });
const config = readConfig(process.env);
const db = connectDb(config.databaseUrl);
const vault = createVault(config.keys);
const shell = {
  ...{ config, db, vault, registry: createRegistry({ db, vault, config }) },
  storage: createStorage({ storageDir: config.storageDir }),
  clock: { now: () => Date.now() },
};
const bundle = await readBundle(process.env['XUZHENG_WORKFLOW_BUNDLE'] ?? '');
const worker = await createLifecycleWorker(shell, bundle);
process.stdout.write('working\n');
await worker.run();
await db.destroy();
