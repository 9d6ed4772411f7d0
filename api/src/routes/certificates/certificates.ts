import { Type } from 'typebox';
import type { App, Reply } from '../../app-types.ts';
import {
  certificateView,
  type CertificateRow,
} from '../../commands/certificate/certificate-view.ts';
import {
  certificateById,
  certificatesByNumber,
  certificatesOfLearner,
} from '../../db/certificates-shown.ts';
import { CertificateSchema } from '../../schemas/certificates.ts';
import { route } from '../../schemas/route.ts';
import { exact, idParams, uuid } from '../../schemas/shared.ts';

const tags = ['certificates'];
const items = Type.Object({ items: Type.Array(CertificateSchema) });

const mine = route('learner', {
  tags,
  summary: 'One’s own certificates, newest first',
  response: { 200: items },
});
const myPdf = route('learner', {
  tags,
  summary: 'The document of one’s own certificate, as frozen at issue',
  params: idParams,
});
const search = route('certificates.read', {
  tags,
  summary: 'Certificates by exact number or of one learner',
  querystring: exact({
    number: Type.Optional(Type.String({ maxLength: 64 })),
    learnerId: Type.Optional(uuid),
  }),
  response: { 200: items },
});
const pdf = route('certificates.read', {
  tags,
  summary: 'The document of a certificate, as frozen at issue',
  params: idParams,
});

/** 【打印证书】 prints the document from a frame of the learner's page: this app alone may hold it. */
const FRAME_OF_THIS_APP = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

async function sendPdf(app: App, reply: Reply, row: CertificateRow | null) {
  if (row === null || row.pdfKey === null) return reply.refuse({ code: 'certificate/notFound' });
  return reply
    .type('application/pdf')
    .header('cache-control', 'private, no-store')
    .header('content-security-policy', FRAME_OF_THIS_APP)
    .header('content-disposition', `inline; filename="${row.verificationCode}.pdf"`)
    .send(Buffer.from(await readPdf(app, row)));
}

/** Documents carry names: they lie sealed with their holder's key. */
async function readPdf(app: App, row: CertificateRow): Promise<Uint8Array> {
  const openWith = app.vault.unwrap(row.wrappedDataKey ?? Buffer.alloc(0));
  return app.storage.get(row.pdfKey ?? '', { openWith });
}

export default async function certificateRoutes(app: App): Promise<void> {
  const { publicUrl } = app.config;

  app.get('/api/me/certificates', mine, async (request) => {
    const rows = await certificatesOfLearner(app.db, request.learnerId());
    const at = (id: string) => `/api/me/certificates/${id}/pdf`;
    return { items: rows.map((row) => certificateView(row, publicUrl, at)) };
  });

  app.get('/api/me/certificates/:id/pdf', myPdf, async (request, reply) => {
    const row = await certificateById(app.db, request.params.id);
    return sendPdf(app, reply, row?.learnerId === request.learnerId() ? row : null);
  });

  app.get('/api/certificates', search, async (request) => {
    const { number, learnerId } = request.query;
    const rows = number
      ? await certificatesByNumber(app.db, number)
      : learnerId
        ? await certificatesOfLearner(app.db, learnerId)
        : [];
    const at = (id: string) => `/api/certificates/${id}/pdf`;
    return { items: rows.map((row) => certificateView(row, publicUrl, at)) };
  });

  app.get('/api/certificates/:id/pdf', pdf, async (request, reply) =>
    sendPdf(app, reply, await certificateById(app.db, request.params.id)),
  );
}
