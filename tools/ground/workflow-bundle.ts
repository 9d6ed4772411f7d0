import { writeFile } from 'node:fs/promises';

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
