import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import type { App } from '../app-types.ts';

const require = createRequire(import.meta.url);
const MODELS = join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'model');
const WASM = join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist');
const WEEK_MS = 7 * 86_400_000;

/** Serves one folder under a prefix; its routes are open to everyone. */
async function serveFolder(app: App, root: string, prefix: string, only?: RegExp): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRoute', (options) => {
      options.config = { ...options.config, permission: 'public' };
    });
    await scope.register(fastifyStatic, {
      root,
      prefix,
      decorateReply: false,
      index: false,
      wildcard: true,
      dotfiles: 'ignore',
      cacheControl: false,
      ...(only ? { allowedPath: (path: string) => only.test(path) } : {}),
      setHeaders: (reply, path) => {
        // Names of built files carry their hash; models change only with a release.
        const lasting = /[/\\]assets[/\\]/.test(path) || prefix.startsWith('/models');
        const seconds = lasting ? WEEK_MS / 1000 : 0;
        reply.header('cache-control', seconds > 0 ? `public, max-age=${seconds}` : 'no-cache');
      },
    });
  });
}

async function serveScreens(
  app: App,
  root: string,
  prefix: string,
  entries: readonly string[],
): Promise<void> {
  await serveFolder(app, root, prefix);
  const open = { config: { permission: 'public' as const } };
  for (const entry of entries) app.get(entry, open, (_request, reply) => sendPage(reply, root));
}

const wantsPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  (request.headers.accept ?? '').includes('text/html');

function sendPage(reply: FastifyReply, root: string): FastifyReply {
  return reply.header('cache-control', 'no-cache').sendFile('index.html', root);
}

/** Both apps, each with its own fallback page, and the models the camera guide loads. */
export const screens = plugin(async (instance) => {
  const app = instance as unknown as App;
  const learnerUi = present(app.config.learnerUiDist);
  const adminUi = present(app.config.adminUiDist);
  await serveFolder(app, MODELS, '/models/', /\.(json|bin)$/);
  await serveFolder(app, WASM, '/models/wasm/', /\.wasm$/);
  // Gives `reply.sendFile`; serves nothing by itself.
  await app.register(fastifyStatic, { root: MODELS, serve: false, cacheControl: false });
  if (adminUi) await serveScreens(app, adminUi, '/admin/', ['/admin', '/admin/']);
  if (learnerUi) await serveScreens(app, learnerUi, '/', ['/']);
  // Answers by sending, not by returning the reply: a returned reply is waited for once more.
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const inAdmin = path === '/admin' || path.startsWith('/admin/');
    const root = inAdmin ? adminUi : learnerUi;
    if (root && wantsPage(request) && !/^\/(api|media|models)(\/|$)/.test(path))
      sendPage(reply, root);
    else reply.refuse({ code: 'request/notFound' });
  });
});

const present = (folder: string | null): string | null =>
  folder !== null && existsSync(join(folder, 'index.html')) ? folder : null;
