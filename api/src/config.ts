import { isIP } from 'node:net';
import { ConfigFault, needed, type Env } from './config-fault.ts';
import { readRegistry, type RegistryConfig } from './config-registry.ts';
import { readSms, type SmsConfig } from './config-sms.ts';

export { ConfigFault } from './config-fault.ts';

export type Mode = 'development' | 'production' | 'test';

/** The four secrets; each 32 bytes. Losing `master` loses every sealed text, losing `index` every search. */
export type Keys = {
  readonly master: Buffer;
  readonly index: Buffer;
  readonly cookie: Buffer;
  readonly media: Buffer;
};

export type Config = {
  readonly mode: Mode;
  /** The production workflow for trying out: people are stand-ins, certificates are specimens. */
  readonly sandbox: boolean;
  readonly databaseUrl: string;
  readonly temporal: {
    readonly address: string;
    readonly namespace: string;
    readonly taskQueue: string;
    /** Workers take work only once their build has been promoted; processes follow the promoted build. */
    readonly workerVersioning: boolean;
  };
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
  readonly storageDir: string;
  /** Threads that judge faces, in this process. */
  readonly faceThreads: number;
  /** The ministry's registry over HTTP; null: the built-in one. */
  readonly registry: RegistryConfig | null;
  readonly sms: SmsConfig;
  readonly keys: Keys;
  readonly learnerUiDist: string | null;
  readonly adminUiDist: string | null;
  readonly logLevel: string;
  /** Networks whose X-Forwarded-For is believed; nobody's by default. */
  readonly trustedProxies: readonly string[];
};

const KEY_VARIABLES = {
  master: 'XUZHENG_MASTER_KEY',
  index: 'XUZHENG_INDEX_KEY',
  cookie: 'XUZHENG_COOKIE_KEY',
  media: 'XUZHENG_MEDIA_KEY',
} as const;

/**
 * Reads the configuration from environment variables. Throws a `ConfigFault` whose one sentence says
 * what to do; in production mode also for secrets that cannot be secret.
 */
export function readConfig(env: Env): Config {
  const mode = readMode(env);
  const port = Number(env['PORT'] ?? 5180);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigFault('PORT must be a port number. (PORT 必须是端口号。)');
  const config: Config = {
    mode,
    sandbox: env['XUZHENG_SANDBOX'] === '1',
    databaseUrl: needed(env, 'DATABASE_URL'),
    temporal: {
      address: needed(env, 'TEMPORAL_ADDRESS'),
      namespace: env['TEMPORAL_NAMESPACE'] ?? 'default',
      taskQueue: env['TEMPORAL_TASK_QUEUE'] ?? 'xuzheng-lifecycle',
      workerVersioning: env['XUZHENG_WORKER_VERSIONING'] === '1',
    },
    host: env['HOST'] ?? '127.0.0.1',
    port,
    publicUrl: (env['PUBLIC_URL'] ?? `http://127.0.0.1:${port}`).replace(/\/+$/, ''),
    tls: readTls(env),
    storageDir: needed(env, 'STORAGE_DIR'),
    faceThreads: readFaceThreads(env),
    registry: readRegistry(env, mode),
    sms: readSms(env, mode),
    keys: readKeys(env),
    learnerUiDist: env['LEARNER_UI_DIST'] ?? null,
    adminUiDist: env['ADMIN_UI_DIST'] ?? null,
    logLevel: env['LOG_LEVEL'] ?? (mode === 'test' ? 'silent' : 'info'),
    trustedProxies: readProxies(env),
  };
  if (config.sandbox) refuseTheOutside(config);
  if (mode === 'production') refuseDemoSecrets(config);
  return config;
}

/** What is played in a sandbox is told to no registry and no phone. */
function refuseTheOutside({ registry, sms }: Config): void {
  if (registry !== null || sms.gateway !== 'outbox')
    throw new ConfigFault(
      'A sandbox uses no registry and no SMS gateway; leave REGISTRY_URL and SMS_GATEWAY out. (沙箱不接登记系统与短信网关,请去掉 REGISTRY_URL 与 SMS_GATEWAY。)',
    );
}

function readMode(env: Env): Mode {
  const mode = env['XUZHENG_MODE'] ?? 'development';
  if (mode !== 'development' && mode !== 'production' && mode !== 'test')
    throw new ConfigFault(
      'XUZHENG_MODE must be development, production or test. (XUZHENG_MODE 只能是这三个值之一。)',
    );
  return mode;
}

/** Each holds about 270 MB and keeps a core busy while it judges. */
function readFaceThreads(env: Env): number {
  const threads = Number(env['FACE_THREADS'] ?? 2);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64)
    throw new ConfigFault('FACE_THREADS must be 1 to 64. (FACE_THREADS 应为 1 至 64 的整数。)');
  return threads;
}

function readTls(env: Env): Config['tls'] {
  const certFile = env['TLS_CERT_FILE'];
  const keyFile = env['TLS_KEY_FILE'];
  if (!certFile && !keyFile) return null;
  if (!certFile || !keyFile)
    throw new ConfigFault(
      'Set both TLS_CERT_FILE and TLS_KEY_FILE, or neither. (TLS_CERT_FILE 与 TLS_KEY_FILE 须同时设置。)',
    );
  return { certFile, keyFile };
}

function readKeys(env: Env): Keys {
  const read = (name: string): Buffer => {
    const key = Buffer.from(needed(env, name), 'base64');
    if (key.length !== 32)
      throw new ConfigFault(
        `${name} must be 32 bytes in base64; make one with "openssl rand -base64 32". (${name} 须为 32 字节的 base64。)`,
      );
    return key;
  };
  return {
    master: read(KEY_VARIABLES.master),
    index: read(KEY_VARIABLES.index),
    cookie: read(KEY_VARIABLES.cookie),
    media: read(KEY_VARIABLES.media),
  };
}

// A bare number of hops would believe whoever sends enough headers, so only networks are accepted.
function readProxies(env: Env): string[] {
  const networks = (env['TRUSTED_PROXIES'] ?? '').split(',').flatMap((part) => part.trim() || []);
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address);
    const wide = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0);
    if (family === 0 || !wide)
      throw new ConfigFault(
        `TRUSTED_PROXIES must list networks such as 10.0.0.0/8. (TRUSTED_PROXIES 须为网段列表。)`,
      );
  }
  return networks;
}

/** `npm start` begins the keys it makes with these bytes, so that they can be told from real ones. */
const TRIAL_MARK = 'xz-trial';

function isDemoSecret(key: Buffer): boolean {
  return new Set(key).size < 16 || key.toString('latin1', 0, TRIAL_MARK.length) === TRIAL_MARK;
}

function refuseDemoSecrets(config: Config): void {
  const names = Object.keys(KEY_VARIABLES) as (keyof typeof KEY_VARIABLES)[];
  const seen = new Set<string>();
  for (const name of names) {
    const key = config.keys[name];
    if (isDemoSecret(key))
      throw new ConfigFault(
        `${KEY_VARIABLES[name]} is a demo secret; production needs 32 random bytes. (生产模式不接受演示密钥 ${KEY_VARIABLES[name]}。)`,
      );
    const text = key.toString('base64');
    if (seen.has(text))
      throw new ConfigFault(
        `${KEY_VARIABLES[name]} repeats another key; each key must be its own. (各密钥不得相同:${KEY_VARIABLES[name]}。)`,
      );
    seen.add(text);
  }
  if (!config.publicUrl.startsWith('https://'))
    throw new ConfigFault(
      'PUBLIC_URL must begin with https:// in production. (生产模式的 PUBLIC_URL 须以 https:// 开头。)',
    );
}
