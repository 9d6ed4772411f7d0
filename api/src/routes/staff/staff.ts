import { STAFF_ROLES, isStaffRole } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { changeStaff, createStaff } from '../../commands/manage-staff.ts';
import { listStaff } from '../../db/staff.ts';
import { sendResult } from '../../plugins/refusals.ts';
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

const tags = ['staff'];
const permission = 'staff.manage';
const roles = Type.Array(oneOf(STAFF_ROLES), { minItems: 1, maxItems: 5 });
const displayName = Type.String({ minLength: 1, maxLength: 60 });
const employer = Type.Optional(nullable(Type.String({ maxLength: 200 })));
const password = Type.String({ minLength: 1, maxLength: 128 });

const list = route(permission, {
  tags,
  summary: 'Staff accounts',
  querystring: exact(pageQuery),
  response: {
    200: page(
      Type.Object({
        id: uuid,
        login: Type.String(),
        displayName: Type.String(),
        roles: Type.Array(oneOf(STAFF_ROLES)),
        employer: nullable(Type.String()),
        disabledAt: nullable(instant),
        createdAt: instant,
      }),
    ),
  },
});
const create = route(permission, {
  tags,
  summary: 'Create a staff account; the TOTP secret is shown this once',
  body: exact({
    login: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$' }),
    displayName,
    password,
    roles,
    idNumber: Type.Optional(Type.String({ maxLength: 60 })),
    employer,
  }),
  response: {
    201: Type.Object({ id: uuid, totpSecret: Type.String(), totpAddress: Type.String() }),
  },
});
const change = route(permission, {
  tags,
  summary: 'Change roles, name, employer; disable; reset password or TOTP. Sessions end at once',
  params: idParams,
  body: exact({
    displayName: Type.Optional(displayName),
    roles: Type.Optional(roles),
    employer,
    disabled: Type.Optional(Type.Boolean()),
    newPassword: Type.Optional(password),
    resetTotp: Type.Optional(Type.Boolean()),
  }),
  response: {
    200: Type.Object({
      totpSecret: Type.Optional(Type.String()),
      totpAddress: Type.Optional(Type.String()),
    }),
  },
});

export default async function staffRoutes(app: App): Promise<void> {
  app.get('/api/staff', list, async (request) => {
    const { limit = 50, cursor } = request.query;
    const rows = await listStaff(app.db, limit + 1, cursor);
    const shown = rows.slice(0, limit);
    return {
      items: shown.map((row) => ({
        ...row,
        roles: row.roles.filter(isStaffRole),
        disabledAt: isoOrNull(row.disabledAt),
        createdAt: iso(row.createdAt),
      })),
      nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  });

  app.post('/api/staff', create, async (request, reply) => {
    const member = { ...request.body, createdBy: request.staffId() };
    return sendResult(reply, await createStaff(app.deps, member), 201);
  });

  app.patch('/api/staff/:id', change, async (request, reply) => {
    const staffId = request.params.id;
    const edit = { ...request.body, staffId, changedBy: request.staffId() };
    return sendResult(reply, await changeStaff(app.deps, edit));
  });
}
