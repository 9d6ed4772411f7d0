import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import type { Db } from './connect.ts';

const CHANNEL = 'study_session_changed';
const RETRY_MS = 1_000;
const PING_EVERY_MS = 15_000;
const ANSWER_WITHIN_MS = 5_000;

/**
 * Tells every process, once the transaction commits, that a study session is no longer what it was.
 * The news holds the session's id and nothing else: whoever may see the session asks for it. Sent for
 * changes of state only, never for a beat: Postgres lets one notifying transaction commit at a time.
 */
export async function tellStudyNews(db: Db, sessionId: string): Promise<void> {
  await sql`SELECT pg_notify(${CHANNEL}, ${sessionId})`.execute(db);
}

/** What this process hears of study sessions, whichever process changed them. */
export interface StudyNews {
  /**
   * Calls `heard` when the session changed, and when news may have been missed. Resolves once
   * listening (or trying to again); the function it gives stops it.
   */
  readonly follow: (sessionId: string, heard: () => void) => Promise<() => void>;
  readonly close: () => Promise<void>;
}

/** Resolves when the connection is gone or does not answer any more. */
async function untilLost(client: pg.Client): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  client.once('end', () => resolve());
  // A connection cut without a word (a firewall, a moved address) is found out by asking.
  const ping = setInterval(
    () => void client.query('SELECT 1').catch(() => resolve()),
    PING_EVERY_MS,
  );
  ping.unref();
  await promise;
  clearInterval(ping);
}

async function connect(url: string, onNews: (sessionId: string) => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 2 * ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    keepAlive: true,
    application_name: 'xuzheng-study-news',
  });
  // Its end is what counts; without a listener the fault would end the process.
  client.on('error', () => undefined);
  client.on('notification', ({ payload }) => onNews(payload ?? ''));
  await client.connect();
  await client.query(`LISTEN ${CHANNEL}`);
  return client;
}

/** Who wants to hear of which session. */
function createFollowers() {
  const bySession = new Map<string, Set<() => void>>();
  const tell = (sessionId: string): void => {
    for (const heard of bySession.get(sessionId) ?? []) heard();
  };
  return {
    tell,
    tellAll: (): void => [...bySession.keys()].forEach(tell),
    add: (sessionId: string, heard: () => void): (() => void) => {
      const all = bySession.get(sessionId) ?? new Set();
      bySession.set(sessionId, all.add(heard));
      return () => {
        all.delete(heard);
        if (all.size === 0 && bySession.get(sessionId) === all) bySession.delete(sessionId);
      };
    },
  };
}

/**
 * One listening connection of this process, made when somebody first wants to hear and made again
 * whenever it is lost. It needs a session of its own: a pooler that shares connections between
 * transactions cannot stand in between.
 */
export function listenToStudyNews(url: string, onLost: () => void): StudyNews {
  const followers = createFollowers();
  const stopping = new AbortController();
  let client: pg.Client | null = null;
  let first: Promise<void> | null = null;
  let wasLost = false;

  const listenOnce = async (begun: () => void): Promise<void> => {
    client = await connect(url, followers.tell);
    begun();
    if (wasLost) followers.tellAll();
    await untilLost(client);
  };
  const keepListening = async (begun: () => void): Promise<void> => {
    while (!stopping.signal.aborted) {
      await listenOnce(begun).catch(() => undefined);
      begun();
      void client?.end().catch(() => undefined);
      if (stopping.signal.aborted) return;
      wasLost = true;
      onLost();
      await sleep(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const begin = (): Promise<void> => new Promise((begun) => void keepListening(begun));
  return {
    follow: async (sessionId, heard) => {
      const stop = followers.add(sessionId, heard);
      await (first ??= begin());
      return stop;
    },
    close: async () => {
      stopping.abort();
      await client?.end().catch(() => undefined);
    },
  };
}
