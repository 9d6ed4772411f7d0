// Bundles the workflows' code ahead of time: node api/src/bundle-workflows.ts <file>
// Give the file to the worker in XUZHENG_WORKFLOW_BUNDLE.
import { writeFile } from 'node:fs/promises';
import { bundleWorkflows } from './temporal/worker.ts';

const file = process.argv[2];
if (file === undefined) {
  process.stderr.write('Name the file to write. (请给出要写入的文件。)\n');
  process.exit(1);
}
await writeFile(file, (await bundleWorkflows()).code);
