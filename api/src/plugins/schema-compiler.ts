import type { FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';

/**
 * Bodies are taken as they come: "1" is no number. Paths and querystrings are texts by nature, so
 * there numbers and booleans are read from their text and defaults are filled in.
 */
export const schemaCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema);
  return (value: unknown) => {
    const given =
      httpPart === 'body'
        ? value
        : Value.Convert(schema, Value.Default(schema, Value.Clone(value ?? {})));
    if (check.Check(given)) return { value: given };
    return { error: check.Errors(given) as FastifySchemaValidationError[] };
  };
};
