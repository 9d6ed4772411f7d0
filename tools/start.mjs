// `npm start`: installs what is missing, then hands over to tools/boot.ts on Node 24.
import { join } from 'node:path';
import { ROOT, ensureInstalled, runOnNode24 } from './install.mjs';

process.exitCode = (await ensureInstalled())
  ? await runOnNode24(join(ROOT, 'tools/boot.ts'), process.argv.slice(2))
  : 1;
