import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const api = process.env.API_URL ?? 'http://127.0.0.1:5180';
const proxied = ['/api', '/media', '/openapi.json', '/reference'];

export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  plugins: [vue()],
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? 5182),
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: api }])),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    rollupOptions: {
      // The engine is pure: what a screen does not use of it is not sent.
      treeshake: { moduleSideEffects: (id) => !/\/engine\/src\/|\/xstate\//.test(id) },
    },
  },
});
