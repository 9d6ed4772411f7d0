import { createServer } from 'node:net';

/** Ports tried upwards from the wished one before giving up. */
const TRIES = 50;

/** True when nothing listens on this port of this address. */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** The wished port, or the next free one above it; undefined when fifty in a row are taken. */
export async function nextFreePort(
  wished: number,
  host = '127.0.0.1',
): Promise<number | undefined> {
  for (let port = wished; port < wished + TRIES && port < 65_536; port += 1) {
    if (await isPortFree(port, host)) return port;
  }
  return undefined;
}

/** Any free port, chosen by the operating system. */
export function anyFreePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host }, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
