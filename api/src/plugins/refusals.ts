import plugin from 'fastify-plugin';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal, RefusalCode, Result } from '@xuzheng/engine';
import { refusalSentence } from '@xuzheng/engine';
import { REFUSAL_STATUS } from '../schemas/refusal-status.ts';

type Field = { readonly path: string; readonly message: string };

export const languageOf = (request: FastifyRequest): 'zh' | 'en' =>
  /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported content',
  422: 'Not acceptable',
  429: 'Too many requests',
  503: 'Not available',
};

function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  fields?: readonly Field[],
): FastifyReply {
  const status = REFUSAL_STATUS[refusal.code];
  const retryAfter = refusal.details?.['retryAfterSeconds'];
  if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
  else if (status === 503) reply.header('retry-after', '5');
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({
      type: `urn:xuzheng:refusal:${refusal.code}`,
      title: TITLES[status] ?? 'Refused',
      status,
      code: refusal.code,
      detail: refusalSentence(refusal, languageOf(request)),
      ...(fields && fields.length > 0 ? { fields } : {}),
      ...(refusal.details ? { details: refusal.details } : {}),
    });
}

const BY_FASTIFY_CODE: Readonly<Record<string, RefusalCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request/contentTypeUnsupported',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'request/contentTypeUnsupported',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request/tooLarge',
  FST_REQ_FILE_TOO_LARGE: 'request/tooLarge',
  FST_FILES_LIMIT: 'request/tooLarge',
  FST_PARTS_LIMIT: 'request/tooLarge',
  FST_FIELDS_LIMIT: 'request/tooLarge',
};

/** Postgres of a text that is no uuid, or holds a null character: only a caller can send one. */
const NO_VALUE = new Set(['22P02', '22021', '22P05']);

/** Postgres away or starting, and a pool that found no connection in time. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);

const isAway = (error: Error & { code?: string }): boolean =>
  AWAY.has(error.code ?? '') ||
  /timeout exceeded when trying to connect|Connection terminated/.test(error.message);

/** What the caller did wrong, or null when the fault is ours. */
function refusalOf(error: FastifyError): { refusal: Refusal; fields?: Field[] } | null {
  if (error.validation) {
    const fields = error.validation.slice(0, 20).map((issue) => ({
      path: `${error.validationContext ?? 'body'}${issue.instancePath.replaceAll('/', '.')}`,
      message: issue.message ?? '',
    }));
    return { refusal: { code: 'request/invalid' }, fields };
  }
  const known = BY_FASTIFY_CODE[error.code ?? ''];
  if (known) return { refusal: { code: known } };
  if (NO_VALUE.has(error.code ?? '')) return { refusal: { code: 'request/invalid' } };
  if (isAway(error)) return { refusal: { code: 'request/unavailable' } };
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500 ? { refusal: { code: 'request/invalid' } } : null;
}

/** Words of a fault may quote what a person typed: its kind and its place are enough to find it. */
function faultOf(error: Error & { code?: string }) {
  const place = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { fault: error.name, faultCode: error.code, place: place.slice(0, 8).join('\n') };
}

const FAULT = {
  zh: '系统出现故障,已保存的内容不受影响。请稍后再试;若仍不行,请联系客服。',
  en: 'Something broke on our side; what was saved is safe. Please try again later, or ask support.',
} as const;

function sendFault(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .code(500)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({
      type: 'urn:xuzheng:fault',
      title: 'Fault',
      status: 500,
      code: 'fault',
      detail: FAULT[languageOf(request)],
      requestId: request.id,
    });
}

/** Refusals leave as problem+json; a fault leaves no trace of its cause but an id to look up. */
export const refusals = plugin(async (app) => {
  app.decorateReply('refuse', function (this: FastifyReply, refusal: Refusal) {
    return sendProblem(this.request, this, refusal);
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const known = refusalOf(error);
    if (known) return sendProblem(request, reply, known.refusal, known.fields);
    request.log.error(faultOf(error), 'fault');
    return sendFault(request, reply);
  });
});

/** Sends what went well (with `status`, 200 when not said) or refuses. */
export function sendResult<T>(reply: FastifyReply, result: Result<T>, status = 200): FastifyReply {
  if (!result.ok) return reply.refuse(result.refusal);
  return result.value === undefined
    ? reply.code(204).send()
    : reply.code(status).send(result.value);
}
