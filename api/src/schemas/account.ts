import { Type } from 'typebox';
import { STAFF_PERMISSIONS, STAFF_ROLES } from '@xuzheng/engine';
import { exact, nullable, oneOf, uuid } from './shared.ts';

const code = Type.String({ pattern: '^[0-9]{6}$' });
const ticket = Type.String({ minLength: 20, maxLength: 100 });
const secret = Type.String({ minLength: 1, maxLength: 200 });
const idNumber = Type.String({ minLength: 1, maxLength: 60, description: '身份证号, as typed' });

export const csrfToken = Type.String({
  description: 'send as `x-csrf-token` with every change; empty when nobody is signed in',
});

export const session = Type.Object({
  kind: oneOf(['anonymous', 'learner', 'staff'] as const),
  csrfToken,
  id: nullable(uuid),
  displayName: nullable(Type.String()),
  roles: Type.Array(oneOf(STAFF_ROLES)),
  permissions: Type.Array(oneOf(STAFF_PERMISSIONS)),
  demo: Type.Boolean({ description: 'true outside production: codes are shown in the SMS outbox' }),
});

export const signedIn = Type.Object({ outcome: Type.Literal('signedIn'), csrfToken });
export const activationStep = Type.Object({
  outcome: Type.Literal('activation'),
  ticket: Type.String(),
  phoneTail: Type.String({ description: 'last four digits of the registered phone' }),
});
export const learnerSignIn = exact({ idNumber, password: secret });
export const staffSignIn = exact({
  login: Type.String({ minLength: 1, maxLength: 100 }),
  password: secret,
  totp: Type.String({ minLength: 6, maxLength: 10 }),
});

export const ticketBody = exact({ ticket });
export const codeSent = Type.Object({
  resendInSeconds: Type.Integer(),
  expiresInSeconds: Type.Integer(),
});
export const newPasswordBody = exact({ ticket, code, newPassword: secret });
export const recoveryBody = exact({ idNumber });
export const recoveryStep = Type.Object({ ticket: Type.String(), phoneTail: Type.String() });
export const passwordChange = exact({ currentPassword: secret, newPassword: secret });

export const contacts = Type.Object({
  service: Type.Array(Type.String(), { description: 'service numbers of the training centre' }),
  platform: Type.String({ description: 'customer service of the platform' }),
  phoneWarning: Type.String({ description: 'of the handbook, word for word' }),
  warnings: Type.Array(Type.String(), { description: 'of the handbook, word for word' }),
});
