// The HTTP process. Any number of them may run side by side.
import { ConfigFault, readConfig } from './config.ts';

const STOP_WITHIN_MS = 15_000;

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  // All else takes seconds to load: what is wrong with the settings is told before.
  const { createDeps, closeDeps } = await import('./deps.ts');
  const { enterInstallation } = await import('./commands/enter-installation.ts');
  const { createApp } = await import('./app.ts');
  const deps = await createDeps(config);
  await enterInstallation(deps.db, config);
  const app = await createApp(deps);
  await app.listen({ host: config.host, port: config.port });
  process.stdout.write(`listening ${app.listeningOrigin}\n`);
  // The networks take seconds to load: not out of the first learner's time.
  if (config.mode !== 'test') void deps.faces.ready();
  const stop = (): void => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    void app
      .close()
      .then(() => closeDeps(deps))
      .then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await serve();
} catch (error) {
  const plain = error instanceof ConfigFault;
  process.stderr.write(`${plain ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}
