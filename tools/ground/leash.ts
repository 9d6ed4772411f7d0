import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Holds started processes and temporary folders so that they do not outlive this process. */
export interface Leash {
  /** Ends this process when we are gone, however we ended (kill -9 included). */
  holdProcess(pid: number | undefined, signal?: NodeJS.Signals): void;
  /** Removes this folder when we are gone. */
  holdFolder(folder: string): void;
  /** We have cleaned up ourselves: nothing is left to do. */
  letGo(): void;
}

/** Starts the small process at the other end. It needs nothing from us but our existence. */
export function startLeash(): Leash {
  const script = fileURLToPath(new URL('leash.mjs', import.meta.url));
  const other = spawn(process.execPath, [script], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  other.unref();
  const { stdin } = other;
  stdin.on('error', () => undefined);
  (stdin as unknown as { unref?: () => void }).unref?.();
  const tell = (thing: object): void => {
    stdin.write(`${JSON.stringify(thing)}\n`);
  };
  return {
    holdProcess: (pid, signal = 'SIGTERM') => {
      if (pid !== undefined) tell({ pid, signal });
    },
    holdFolder: (folder) => tell({ folder }),
    letGo: () => tell({ letGo: true }),
  };
}
