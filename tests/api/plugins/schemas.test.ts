import { expect, test } from 'vitest';
import { describeApi } from '../../../api/src/openapi.ts';
import { answerCompiler, schemaCompiler } from '../../../api/src/plugins/schema-compiler.ts';

type Operation = {
  readonly responses: Record<string, { readonly content?: Record<string, { schema?: object }> }>;
  readonly requestBody?: { readonly content: Record<string, { schema?: object }> };
};

/** Every answer and every body of the document, by the route that names it. */
async function schemas(): Promise<[route: string, part: 'body' | 'answer', schema: object][]> {
  const { paths } = (await describeApi()) as unknown as {
    paths: Record<string, Record<string, Operation>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses, requestBody }]) => {
      const answers = Object.values(responses).map(({ content }) => content?.['application/json']);
      const body = requestBody?.content['application/json'];
      const route = `${method} ${path}`;
      return [
        ...answers.flatMap((answer) => (answer?.schema ? [[route, 'answer', answer.schema]] : [])),
        ...(body?.schema ? [[route, 'body', body.schema]] : []),
      ] as [string, 'body' | 'answer', object][];
    }),
  );
}

function faultOf(route: string, part: 'body' | 'answer', schema: object): string[] {
  const given = { schema, method: 'GET', url: route } as never;
  try {
    if (part === 'answer') answerCompiler(given)({});
    else schemaCompiler(given)({});
    return [];
  } catch (fault) {
    // An answer that lacks what its schema requires is refused once the schema is compiled.
    return /is required|does not match schema/.test(String(fault)) ? [] : [`${route}: ${fault}`];
  }
}

test('what every route takes and answers compiles, although none does before it is asked for', async () => {
  const all = await schemas();
  expect(all.length).toBeGreaterThan(150);
  const faults = all.flatMap(([route, part, schema]) => faultOf(route, part, schema));
  expect(faults).toEqual([]);
  expect(faultOf('strange', 'answer', { type: 'nothing known' })).toHaveLength(1);
});
