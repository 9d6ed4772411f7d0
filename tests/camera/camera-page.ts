import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { modelFolder, wasmFolder } from '../../api/src/faces/index.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
};
const VOICE = fileURLToPath(new URL('../../learner-ui/public/voice', import.meta.url));

export interface CameraPage {
  address: string;
  close(): void;
}

/** Builds the camera's page and serves it with models, WebAssembly and voice, as the API does. */
export async function serveCameraPage(): Promise<CameraPage> {
  const outDir = mkdtempSync(join(tmpdir(), 'xuzheng-camera-'));
  const root = fileURLToPath(new URL('./page', import.meta.url));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
  });
  const folders: [prefix: string, folder: string][] = [
    ['/models/wasm/', wasmFolder()],
    ['/models/', modelFolder()],
    ['/voice/', VOICE],
    ['/', outDir],
  ];
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://page').pathname);
    const [prefix, folder] = folders.find(([start]) => path.startsWith(start)) ?? ['/', outDir];
    const file = join(folder, path === '/' ? 'index.html' : path.slice(prefix.length));
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
