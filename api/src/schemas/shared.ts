import { Type } from 'typebox';
import type { TSchema } from 'typebox';

/** An instant as an ISO text in UTC. */
export const instant = Type.String({ format: 'date-time' });
/** A day in Asia/Shanghai, 'YYYY-MM-DD'. */
export const day = Type.String({ format: 'date' });
export const uuid = Type.String({ format: 'uuid' });
export const nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
/** One of a closed list of texts. */
export const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] });

/** An object that takes exactly these fields: an unknown one is refused, never dropped in silence. */
export const exact = <P extends Record<string, TSchema>>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

/** `:id` in a path. */
export const idParams = exact({ id: uuid });

/** A page by cursor. There is no total: counting millions of rows is nobody's wish. */
export const page = <S extends TSchema>(item: S) =>
  Type.Object({ items: Type.Array(item), nextCursor: nullable(Type.String()) });

/** The cursor and size of a list; spread into a querystring with other filters. */
export const pageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
};

/** A command that may be sent again: the same id gives the same effect once. */
export const commandId = Type.String({ format: 'uuid', description: 'one effect per id' });

/** RFC 9457 with the refusal's code; what every 4xx and 5xx answers. */
export const problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String({ description: 'one sentence that says what to do' }),
  fields: Type.Optional(
    Type.Array(Type.Object({ path: Type.String(), message: Type.String() }), {
      description: 'which parts of the request are wrong',
    }),
  ),
  details: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});

/** An instant for the wire, or null. */
export const iso = (at: Date | number): string => new Date(at).toISOString();
export const isoOrNull = (at: Date | number | null): string | null =>
  at === null ? null : iso(at);
