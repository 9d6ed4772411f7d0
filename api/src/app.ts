import { readdir } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { LogController } from 'fastify';
import plugin from 'fastify-plugin';
import type { App } from './app-types.ts';
import { createVault } from './crypto/vault.ts';
import type { Deps } from './deps.ts';
import { documentation } from './plugins/documentation.ts';
import { headers } from './plugins/headers.ts';
import { permissions } from './plugins/permissions.ts';
import { refusals } from './plugins/refusals.ts';
import { requestLog } from './plugins/request-log.ts';
import { answerCompiler, schemaCompiler } from './plugins/schema-compiler.ts';
import { screens } from './plugins/screens.ts';
import { sessions } from './plugins/sessions.ts';

const ROUTES = new URL('./routes/', import.meta.url);
/** JSON bodies are small; pictures and videos come as multipart with limits of their own. */
const BODY_LIMIT_BYTES = 256 * 1024;

export type AppDeps = Omit<Deps, 'vault'> & { readonly vault?: Deps['vault'] };
export type AppOptions = {
  /** Where log lines go; standard output when not said. */
  readonly logTo?: { write: (line: string) => void };
};

function newFastify(deps: Deps, options: AppOptions): App {
  const { config } = deps;
  const logger = {
    level: config.logLevel,
    base: null,
    ...(options.logTo ? { stream: options.logTo } : {}),
  };
  const common = {
    logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 200 },
  };
  const app = config.tls
    ? Fastify({
        ...common,
        https: {
          cert: readFileSync(config.tls.certFile),
          key: readFileSync(config.tls.keyFile),
        },
      })
    : Fastify(common);
  return app.withTypeProvider<TypeBoxTypeProvider>() as unknown as App;
}

/** Each file in `routes/` default-exports a plugin: a new resource edits no list. */
async function registerRoutes(app: App): Promise<void> {
  const files = await readdir(ROUTES, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.ts')).sort()) {
    const module = (await import(new URL(file, ROUTES).href)) as {
      default?: (app: App) => Promise<void>;
    };
    if (!module.default) throw new Error(`routes/${file} exports no plugin`);
    const routes = module.default;
    // Without a name of its own, fastify would look for one in every module that is loaded.
    const options = { name: `routes/${file}`, encapsulate: true };
    await app.register(plugin(async (scope) => routes(scope as unknown as App), options));
  }
}

/** Builds the app on what it is given and connects to nothing by itself. */
export async function createApp(given: AppDeps, options: AppOptions = {}): Promise<App> {
  const deps: Deps = { ...given, vault: given.vault ?? createVault(given.config.keys) };
  const app = newFastify(deps, options);
  app.setValidatorCompiler(schemaCompiler);
  app.setSerializerCompiler(answerCompiler);
  app.removeContentTypeParser('text/plain');
  app.decorate('deps', { getter: () => deps });
  for (const [name, value] of Object.entries(deps)) app.decorate(name, { getter: () => value });
  await app.register(requestLog);
  await app.register(refusals);
  await app.register(sessions);
  await app.register(permissions);
  await app.register(headers);
  await app.register(multipart, {
    limits: { fileSize: 12 * 1024 * 1024, files: 40, fields: 20, fieldSize: 64 * 1024, parts: 60 },
  });
  await app.register(documentation);
  await registerRoutes(app);
  await app.register(screens);
  return app;
}

export const API_FOLDER = fileURLToPath(new URL('../', import.meta.url));
