// `npm run bench`: lists the workloads of tests/bench/workloads; with a name it runs that one.
import { readdir } from 'node:fs/promises';
import type { Workload } from './workload.ts';

/** Every file of the folder is a workload; adding one edits no list. */
async function allWorkloads(): Promise<Workload[]> {
  const folder = new URL('./workloads/', import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
  return Promise.all(
    files.map(async (file) => {
      const module = (await import(new URL(file, folder).href)) as { workload: Workload };
      return module.workload;
    }),
  );
}

const [name, ...args] = process.argv.slice(2);
const workloads = await allWorkloads();
const workload = workloads.find((one) => one.name === name);
if (workload) {
  process.exitCode = await workload.run(args);
} else {
  if (name !== undefined) console.error(`没有名为“${name}”的测量。`);
  console.log('可用的测量(npm run bench -- 名称 …):');
  for (const one of workloads) console.log(`\n  ${one.name} ${one.usage}\n    ${one.says}`);
  process.exitCode = name === undefined ? 0 : 1;
}
