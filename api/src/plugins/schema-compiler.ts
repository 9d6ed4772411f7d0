import fastJsonStringify, { type Schema } from 'fast-json-stringify';
import type {
  FastifySchemaCompiler,
  FastifySchemaValidationError,
  FastifySerializerCompiler,
} from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';

// What a route takes and answers is compiled when it is first asked for: all at once would be most of
// the time that the start of a process takes. Many routes share a schema, and it is compiled once.

type Check = ReturnType<typeof Compile>;
type Write = ReturnType<typeof fastJsonStringify>;
const checks = new WeakMap<object, Check>();
const writers = new WeakMap<object, Write>();

function once<Made>(made: WeakMap<object, Made>, schema: object, make: () => Made): Made {
  const known = made.get(schema);
  if (known !== undefined) return known;
  const fresh = make();
  made.set(schema, fresh);
  return fresh;
}

/**
 * Bodies are taken as they come: "1" is no number. Paths and querystrings are texts by nature, so
 * there numbers and booleans are read from their text and defaults are filled in.
 */
export const schemaCompiler: FastifySchemaCompiler<TSchema> =
  ({ schema, httpPart }) =>
  (value: unknown) => {
    const check = once(checks, schema, () => Compile(schema));
    const given =
      httpPart === 'body'
        ? value
        : Value.Convert(schema, Value.Default(schema, Value.Clone(value ?? {})));
    if (check.Check(given)) return { value: given };
    return { error: check.Errors(given) as FastifySchemaValidationError[] };
  };

/** Answers hold what their schema names and nothing else. */
export const answerCompiler: FastifySerializerCompiler<TSchema> =
  ({ schema }) =>
  (answer: unknown) =>
    once(writers, schema, () => fastJsonStringify(schema as Schema))(answer as object);
