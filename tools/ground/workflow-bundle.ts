import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Paths a bundle is made from; the converters are left out by tests that need none. */
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
  const { bundleWorkflowCode } = await import('@temporalio/worker');
  const workflowsPath =
    sources.workflowsPath ??
    fileURLToPath(new URL('../../workflows/src/index.ts', import.meta.url));
  const { code } = await bundleWorkflowCode({
    ...sources,
    workflowsPath,
    logger: { trace() {}, debug() {}, info() {}, warn() {}, error() {}, log() {} },
  });
  await writeFile(file, code);
  return { codePath: file };
}
