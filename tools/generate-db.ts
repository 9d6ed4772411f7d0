// Writes api/src/db/schema.gen.ts from the migrations, by asking a real Postgres that has them all.
// With --check it only says whether the file is fresh.
import { join } from 'node:path';
import { runToEnd } from './ground/child.ts';
import { createAsks } from './ground/ground-asks.ts';
import { NODE_24, ROOT } from './ground/paths.ts';
import { wordsFor } from './ground/plain-fault.ts';
import { withDatabase } from './ground/template.ts';

const OUT = join(ROOT, 'api/src/db/schema.gen.ts');

async function generate(check: boolean): Promise<number> {
  const asks = createAsks();
  try {
    const { url } = (await asks.answers['/postgres']?.({})) as { url: string };
    const { template } = (await asks.answers['/template']?.({})) as { template: string };
    const codegen = join(ROOT, 'node_modules/kysely-codegen/dist/cli/bin.js');
    const flags = [
      '--dialect=postgres',
      '--camel-case',
      // A day stays the string it is; a bigint of ours stays far below 2^53.
      '--date-parser=string',
      '--numeric-parser=number',
      '--type-mapping={"int8":"number"}',
      '--exclude-pattern=schema_migrations',
      `--out-file=${OUT}`,
      `--url=${withDatabase(url, template)}`,
      ...(check ? ['--verify'] : []),
    ];
    const done = await runToEnd(NODE_24, [codegen, ...flags]);
    if (done.code !== 0) process.stderr.write(`${done.lines.join('\n')}\n`);
    return done.code ?? 1;
  } finally {
    await asks.stop();
  }
}

try {
  process.exitCode = await generate(process.argv.includes('--check'));
} catch (error) {
  process.stderr.write(`${wordsFor(error)}\n`);
  process.exitCode = 1;
}
