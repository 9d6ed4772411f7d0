import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { ProjectByProject } from './tests/support/project-by-project.ts';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
/** Starts what the project's tests stand on; the servers themselves wait until a test asks. */
const GROUND = 'tests/support/global-setup.ts';
const SECOND = 1_000;

/**
 * Projects of a group run together, one group after another. So many files at a time keep two cores
 * busy: workflows mostly wait for timers while others compute, a browser's story does both.
 */
const GROUPS = {
  parts: { groupOrder: 0, maxWorkers: 4 },
  stories: { groupOrder: 1, maxWorkers: 2 },
  long: { groupOrder: 2, maxWorkers: 1 },
} as const;

interface Project {
  readonly name: string;
  readonly group: keyof typeof GROUPS;
  readonly ground?: boolean;
  readonly testSeconds?: number;
  /** Files may follow one another in one process: they keep nothing that another one would feel. */
  readonly share?: boolean;
}

function project(options: Project): object {
  const { name, group, ground = false, testSeconds = 15, share = false } = options;
  const { groupOrder, maxWorkers } = GROUPS[group];
  return {
    root: ROOT,
    ...(name === 'ui' ? { plugins: [vue()] } : {}),
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      environment: name === 'ui' ? 'happy-dom' : 'node',
      pool: 'forks',
      isolate: !share,
      maxWorkers,
      testTimeout: testSeconds * SECOND,
      hookTimeout: 120 * SECOND,
      globalSetup: ground ? [GROUND] : [],
      sequence: { groupOrder },
      server: { deps: { inline: name === 'ui' ? [/element-plus/] : [] } },
    },
  };
}

export default defineConfig({
  test: {
    // Expensive machinery is no reason for a quiet retry: a test passes or it fails.
    retry: 0,
    reporters: ['default'],
    sequence: { sequencer: ProjectByProject },
    projects: [
      project({ name: 'workflows', group: 'parts', ground: true, testSeconds: 60, share: true }),
      project({ name: 'api', group: 'parts', ground: true, testSeconds: 60, share: true }),
      project({ name: 'tools', group: 'parts', ground: true, testSeconds: 90 }),
      project({ name: 'engine', group: 'parts', share: true }),
      project({ name: 'ui', group: 'parts', share: true }),
      project({ name: 'e2e', group: 'stories', ground: true, testSeconds: 240, share: true }),
      project({ name: 'camera', group: 'stories', testSeconds: 240 }),
      project({ name: 'prove', group: 'long', ground: true, testSeconds: 1_800 }),
    ],
  },
});
