import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll } from 'vitest';

/** A line to a server that can be cut between the server's answer and whoever asked. */
export interface SwallowingProxy {
  readonly url: string;
  /** From now on nothing comes back; resolves with the first answer that was swallowed. */
  swallow(): Promise<void>;
  /** Cuts all lines; new ones carry both ways again. */
  cut(): void;
}

/** Stands between a client and the HTTP server at `target`. */
export async function swallowingProxy(target: string): Promise<SwallowingProxy> {
  const { port, hostname } = new URL(target);
  const lines = new Set<Socket>();
  let swallowed: (() => void) | null = null;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      lines.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        lines.delete(one);
        other.destroy();
      });
    }
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => {
      if (swallowed) swallowed();
      else client.write(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    swallowed = null;
    for (const line of lines) line.destroy();
  };
  afterAll(() => {
    cut();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    swallow: () => new Promise((resolve) => (swallowed = resolve)),
    cut,
  };
}
