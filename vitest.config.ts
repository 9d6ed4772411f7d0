import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
/** Starts what the project's tests stand on; the servers themselves wait until a test asks. */
const GROUND = 'tests/support/global-setup.ts';
const SECOND = 1_000;

interface Project {
  readonly name: string;
  readonly order: number;
  readonly ground?: boolean;
  readonly testSeconds?: number;
  readonly workers?: number;
  readonly folders?: readonly string[];
}

function project(options: Project): object {
  const { name, order, ground = false, testSeconds = 15, workers = 2, folders = [name] } = options;
  return {
    root: ROOT,
    ...(name === 'ui' ? { plugins: [vue()] } : {}),
    test: {
      name,
      include: folders.map((folder) => `tests/${folder}/**/*.test.ts`),
      environment: name === 'ui' ? 'happy-dom' : 'node',
      pool: 'forks',
      // The engine is pure: its files share nothing that one could spoil for another.
      isolate: name !== 'engine',
      maxWorkers: workers,
      testTimeout: testSeconds * SECOND,
      hookTimeout: 120 * SECOND,
      globalSetup: ground ? [GROUND] : [],
      sequence: { groupOrder: order },
      server: { deps: { inline: name === 'ui' ? [/element-plus/] : [] } },
    },
  };
}

export default defineConfig({
  test: {
    // Expensive machinery is no reason for a quiet retry: a test passes or it fails.
    retry: 0,
    reporters: ['default'],
    projects: [
      project({ name: 'engine', order: 0 }),
      project({ name: 'workflows', order: 1, ground: true, testSeconds: 60 }),
      project({ name: 'api', order: 2, ground: true, testSeconds: 60 }),
      project({ name: 'ui', order: 3 }),
      project({ name: 'tools', order: 4, ground: true, testSeconds: 90 }),
      // A story needs both cores: product, browser and the camera's faces. Two at once would only show
      // how a starved machine fails a face check.
      project({ name: 'e2e', order: 5, ground: true, testSeconds: 240, workers: 1 }),
      project({ name: 'prove', order: 6, ground: true, testSeconds: 1_800, workers: 1 }),
    ],
  },
});
