import { join, resolve } from 'node:path';
import { ROOT } from '../ground/paths.ts';
import { plainFault } from '../ground/plain-fault.ts';

/** What `npm start` was asked for. */
export interface BootOptions {
  /** Serve https on the local network, so that a phone's camera works. */
  readonly lan: boolean;
  /** Start a sandbox for integrators beside it. */
  readonly sandbox: boolean;
  /** Leave the demonstration people out. */
  readonly seed: boolean;
  /** Everything that survives a restart lives here. */
  readonly dataFolder: string;
  /** The wished port, and whether the person insisted on it. */
  readonly port: number;
  readonly portInsisted: boolean;
  readonly production: boolean;
}

const DEFAULT_PORT = 5180;
const FLAGS = new Set(['--lan', '--no-seed', '--sandbox']);

/** Reads flags and environment. Throws a plain fault for what it does not know. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): BootOptions {
  const unknown = args.find((arg) => !FLAGS.has(arg));
  if (unknown) {
    throw plainFault(
      `不认识参数 ${unknown};可用的有 --lan(在局域网以 https 提供)、--no-seed(不建演示账号)和 --sandbox(另开对接沙箱)。`,
      `Unknown option ${unknown}; there are --lan (https on the local network), --no-seed (no demo accounts) and --sandbox (a sandbox for integrators beside it).`,
    );
  }
  const port = Number(env['PORT'] ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw plainFault(
      `PORT=${env['PORT']} 不是端口号;请给 1 至 65535 之间的整数。`,
      `PORT=${env['PORT']} is no port number; give a whole number from 1 to 65535.`,
    );
  }
  return {
    lan: args.includes('--lan'),
    sandbox: args.includes('--sandbox'),
    seed: !args.includes('--no-seed'),
    dataFolder: resolve(env['XUZHENG_DATA_DIR'] ?? join(ROOT, '.data')),
    port,
    portInsisted: env['PORT'] !== undefined,
    production: env['XUZHENG_MODE'] === 'production',
  };
}
