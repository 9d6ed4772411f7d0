import { maskPhone } from '@xuzheng/engine';
import type { NoticeText } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { requeueNotice, smsOutbox } from '../../db/notices.ts';
import { writeJournal } from '../../db/journal.ts';
import { route } from '../../schemas/route.ts';
import {
  exact,
  idParams,
  instant,
  iso,
  isoOrNull,
  nullable,
  oneOf,
  page,
  pageQuery,
  uuid,
} from '../../schemas/shared.ts';

const tags = ['notices'];
const smsState = oneOf(['queued', 'unknown', 'sent', 'delivered', 'failed'] as const);
const failure = oneOf(['number', 'content', 'gateway', 'expired', 'deleted'] as const);
const HELPS = ['correctPhone', 'resend', 'nothing'] as const;
const message = Type.Object({
  id: uuid,
  learnerId: uuid,
  template: Type.String(),
  title: Type.String(),
  phoneMasked: Type.String(),
  body: Type.String({ description: 'codes are hidden in production' }),
  state: smsState,
  attempts: Type.Integer(),
  lastError: nullable(Type.String({ description: 'the gateway’s code; never its words' })),
  failure: nullable(failure),
  helps: oneOf(HELPS),
  provider: nullable(Type.String()),
  providerMessageId: nullable(Type.String()),
  settledAt: nullable(instant),
  nextAttemptAt: nullable(instant),
  sentAt: nullable(instant),
  createdAt: instant,
});
const list = route('notices.read', {
  tags,
  summary: 'The SMS outbox, newest first',
  querystring: exact({
    state: Type.Optional(smsState),
    learnerId: Type.Optional(uuid),
    ...pageQuery,
  }),
  response: { 200: page(message) },
});
const retry = route('notices.retry', {
  tags,
  summary: 'Send again now',
  params: idParams,
  response: { 204: Type.Null() },
});

type Row = Awaited<ReturnType<typeof smsOutbox>>[number];

/** The one action that helps with a message that has not arrived. */
function helpOf({ smsState: state, failure }: Row): (typeof HELPS)[number] {
  if (state === 'queued') return 'resend';
  if (state !== 'failed') return 'nothing';
  if (failure === 'number') return 'correctPhone';
  return failure === 'expired' || failure === 'deleted' ? 'nothing' : 'resend';
}

function viewOf(app: App, row: Row) {
  const key = row.wrappedDataKey ? app.vault.unwrap(row.wrappedDataKey) : null;
  const phone = key ? app.vault.openText(key, row.smsPhoneSealed ?? row.phoneSealed) : '';
  const text = key ? (JSON.parse(app.vault.openText(key, row.bodySealed)) as NoticeText) : null;
  const hidden = app.config.mode === 'production' && row.template.endsWith('Code');
  const body = text?.sms ?? '';
  return {
    id: row.id,
    learnerId: row.learnerId,
    template: row.template,
    title: text?.title ?? '',
    phoneMasked: maskPhone(phone),
    body: hidden ? body.replace(/\d{6}/g, '******') : body,
    state: row.smsState as 'queued',
    attempts: row.attempts,
    lastError: row.lastError,
    failure: row.failure as 'number' | null,
    helps: helpOf(row),
    provider: row.provider,
    providerMessageId: row.providerMessageId,
    settledAt: isoOrNull(row.settledAt),
    nextAttemptAt: isoOrNull(row.nextAttemptAt),
    sentAt: isoOrNull(row.sentAt),
    createdAt: iso(row.createdAt),
  };
}

export default async function smsOutboxRoutes(app: App): Promise<void> {
  app.get('/api/notices', list, async (request) => {
    const { limit = 50, cursor, ...filter } = request.query;
    const rows = await smsOutbox(app.db, filter, limit + 1, cursor);
    const shown = rows.slice(0, limit);
    return {
      items: shown.map((row) => viewOf(app, row)),
      nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  });

  app.post('/api/notices/:id/retry', retry, async (request, reply) => {
    const now = new Date(app.clock.now());
    if (!(await requeueNotice(app.db, request.params.id, now)))
      return reply.refuse({ code: 'request/notFound' });
    await writeJournal(app.db, {
      at: now,
      actor: { kind: 'staff', id: request.staffId() },
      action: 'notice.retried',
      details: { noticeId: request.params.id },
    });
    return reply.code(204).send(null);
  });
}
