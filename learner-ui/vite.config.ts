import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const api = process.env.API_URL ?? 'http://127.0.0.1:5180';
const proxied = ['/api', '/media', '/models', '/openapi.json', '/reference'];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [vue()],
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? 5181),
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: api }])),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      // The engine is pure: what a screen does not use of it is not sent to the learner.
      treeshake: { moduleSideEffects: (id) => !/\/engine\/src\/|\/xstate\//.test(id) },
    },
  },
});
