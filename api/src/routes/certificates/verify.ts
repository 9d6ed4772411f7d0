import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { verifyCertificate } from '../../commands/certificate/verify-certificate.ts';
import { VerificationSchema } from '../../schemas/certificates.ts';
import { route } from '../../schemas/route.ts';
import { exact } from '../../schemas/shared.ts';

// The limit is what stands between 75 random bits and somebody with patience.
const verify = route(
  ['public', 'scope:certificates.verify'],
  {
    tags: ['certificates'],
    summary: 'Is the certificate behind this code real and current?',
    params: exact({ code: Type.String({ maxLength: 40 }) }),
    response: { 200: VerificationSchema },
  },
  { limit: { perMinute: 60 } },
);

export default async function verifyRoutes(app: App): Promise<void> {
  app.get('/api/verify/:code', verify, async (request) =>
    verifyCertificate(app.deps, request.params.code),
  );
}
