// What tests stand on: one Postgres and one Temporal for a whole test run, each started when it is
// first asked for. Speaks HTTP on a random port of 127.0.0.1 and ends when its stdin ends, so that
// nothing outlives the run, however the run ended.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createAsks } from './ground-asks.ts';
import { wordsFor } from './plain-fault.ts';

const asks = createAsks();

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const ask = asks.answers[request.url ?? ''];
  if (!ask) {
    response.writeHead(404).end();
    return;
  }
  try {
    const body = await readBody(request);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(await ask(body)));
  } catch (error) {
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ fault: wordsFor(error) }));
  }
}

async function readBody(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text ? (JSON.parse(text) as Record<string, string>) : {};
}

const server = createServer((request, response) => void answer(request, response));
// A test's next question may come on a connection that has been quiet for long.
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});

async function end(): Promise<void> {
  server.closeAllConnections();
  server.close();
  await asks.stop();
  process.exit(0);
}

process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => void end());
process.stdin.on('end', () => void end());
process.stdin.resume();
