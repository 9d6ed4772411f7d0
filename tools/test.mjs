// `npm test`: installs what is missing, then hands over to tools/run-tests.ts on Node 24.
import { join } from 'node:path';
import { ROOT, ensureInstalled, runOnNode24 } from './install.mjs';

if (await ensureInstalled()) {
  process.exitCode = await runOnNode24(join(ROOT, 'tools/run-tests.ts'), process.argv.slice(2));
} else {
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
