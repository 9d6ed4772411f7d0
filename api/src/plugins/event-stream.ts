import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';

/** A stream of server-sent events to one page. */
export interface EventStream {
  readonly body: Readable;
  readonly send: (event: string, content: object) => void;
  /** Keeps proxies from taking the silence for an end. */
  readonly keepAlive: () => void;
  readonly end: () => void;
}

/** What proxies and caches must know of a stream: it is passed on as it comes, and never kept. */
export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
} as const;

/** Opens a stream; a page that lost it asks again after `retryMs`. `onEnd` is called once. */
export function openEventStream(retryMs: number, onEnd: () => void): EventStream {
  const body = new PassThrough();
  const write = (text: string): void => {
    if (!body.writableEnded && !body.destroyed) body.write(text);
  };
  body.once('close', onEnd);
  write(`retry: ${retryMs}\n\n`);
  return {
    body,
    send: (event, content) => write(`event: ${event}\ndata: ${JSON.stringify(content)}\n\n`),
    keepAlive: () => write(': still here\n\n'),
    end: () => void body.end(),
  };
}
