import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { markOf } from './source-mark.ts';

/** What the product's workflow bundle is made from. */
const SOURCES = ['workflows', 'engine', 'api/src/temporal', 'package-lock.json'];

/** Paths a bundle is made from; without any, it is the product's own. */
export interface BundleSources {
  readonly workflowsPath?: string;
  readonly payloadConverterPath?: string;
  readonly failureConverterPath?: string;
}

/** Bundles workflow code once for all test files of a run; gives the file's path. */
export async function bundleWorkflows(
  sources: BundleSources,
  file: string,
): Promise<{ codePath: string }> {
  const code = sources.workflowsPath
    ? await bundleOf({ ...sources, workflowsPath: sources.workflowsPath })
    : await productsOwn();
  await writeFile(file, code);
  return { codePath: file };
}

/** The product's own bundle, kept in a folder and made anew when its sources change. */
export async function keptBundle(folder: string): Promise<string> {
  const file = join(folder, `workflows-${(await markOf(SOURCES)).slice(0, 16)}.js`);
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.part`, await productsOwn());
  await rename(`${file}.part`, file);
  return file;
}

async function productsOwn(): Promise<string> {
  const { bundleWorkflows: bundle } = await import('../../api/src/temporal/worker.ts');
  return (await bundle()).code;
}

async function bundleOf(sources: BundleSources & { workflowsPath: string }): Promise<string> {
  const { bundleWorkflowCode } = await import('@temporalio/worker');
  const quiet = (): void => undefined;
  const logger = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet, log: quiet };
  return (await bundleWorkflowCode({ ...sources, logger })).code;
}
