import { Type } from 'typebox';
import type { App, Request } from '../../app-types.ts';
import { findSessionOf } from '../../db/study-sessions.ts';
import { findWebSession } from '../../db/web-sessions.ts';
import {
  EVENT_STREAM_HEADERS,
  openEventStream,
  type EventStream,
} from '../../plugins/event-stream.ts';
import { route } from '../../schemas/route.ts';
import { idParams } from '../../schemas/shared.ts';

const RETRY_MS = 2_000;
const KEEP_ALIVE_MS = 15_000;
/** Streams of one session a process keeps: a reload may open the next before the last is gone. */
const AT_A_TIME = 4;

const events = route(
  'learner',
  {
    summary: 'Tells at once that the session changed: taken over, stopped for a check, over',
    description:
      'Server-sent events. `changed` holds the id of the session and nothing else: ask for the ' +
      'session. One comes at the beginning too. The stream closes when the session has ended, and ' +
      'is answered with 204 from then on. Whoever cannot listen learns the same from the next beat.',
    tags: ['study'],
    params: idParams,
    response: {
      200: {
        description: 'events',
        content: { 'text/event-stream': { schema: Type.String() } },
      },
      204: Type.Null({ description: 'The session has ended' }),
    },
  },
  { limit: { perMinute: 60 } },
);

/** The streams this process has open, by session. */
type OpenStreams = Map<string, EventStream[]>;

const forget = (open: OpenStreams, id: string, stream: EventStream): void => {
  const others = (open.get(id) ?? []).filter((other) => other !== stream);
  if (others.length === 0) open.delete(id);
  else open.set(id, others);
};

function remember(open: OpenStreams, id: string, stream: EventStream): void {
  const all = [...(open.get(id) ?? []), stream];
  for (const old of all.slice(0, -AT_A_TIME)) old.end();
  open.set(id, all.slice(-AT_A_TIME));
}

/** Is whoever opened the stream still signed in? A session ended elsewhere ends it here. */
async function stillSignedIn(app: App, { webSession }: Request): Promise<boolean> {
  if (webSession === null) return false;
  const now = new Date(app.clock.now());
  return (await findWebSession(app.db, webSession.idHash, now)) !== undefined;
}

async function streamFor(app: App, open: OpenStreams, request: Request, id: string) {
  const learnerId = request.learnerId();
  const stopped: (() => void)[] = [];
  const stream = openEventStream(RETRY_MS, () => {
    forget(open, id, stream);
    for (const stop of stopped) stop();
  });
  remember(open, id, stream);
  const isOver = async (): Promise<boolean> => {
    const session = await findSessionOf(app.db, id, learnerId);
    return session === undefined || session.endedAt !== null;
  };
  const hear = async (): Promise<void> => {
    // The database being away is no end: the next news or the page's own beat says what is so.
    const over = await isOver().catch(() => false);
    // Told after the look: a stream never closes before what closed it was told.
    stream.send('changed', { id });
    if (over) stream.end();
  };
  const lookAround = async (): Promise<void> => {
    stream.keepAlive();
    if (!(await stillSignedIn(app, request))) stream.end();
  };
  const timer = setInterval(() => void lookAround().catch(() => undefined), KEEP_ALIVE_MS);
  stopped.push(() => clearInterval(timer), await app.studyNews.follow(id, () => void hear()));
  if (stream.body.destroyed) for (const stop of stopped) stop();
  void hear();
  return stream;
}

export default async function sessionEventRoutes(app: App): Promise<void> {
  const open: OpenStreams = new Map();
  app.addHook('preClose', async () => {
    for (const stream of [...open.values()].flat()) stream.end();
  });
  app.get('/api/me/study-sessions/:id/events', events, async (request, reply) => {
    const { id } = request.params;
    const session = await findSessionOf(app.db, id, request.learnerId());
    if (session === undefined) return reply.refuse({ code: 'study/sessionNotFound' });
    if (session.endedAt !== null) return reply.code(204).send(null);
    const { body } = await streamFor(app, open, request as unknown as Request, id);
    return reply.headers(EVENT_STREAM_HEADERS).send(body as never);
  });
}
