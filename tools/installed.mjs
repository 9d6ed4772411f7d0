// `node tools/installed.mjs SCRIPT …`: installs what is missing, then runs a script of the house on Node 24.
import { join } from 'node:path';
import { ROOT, ensureInstalled, runOnNode24 } from './install.mjs';

const [script = '', ...args] = process.argv.slice(2);

process.exitCode = (await ensureInstalled()) ? await runOnNode24(join(ROOT, script), args) : 1;
