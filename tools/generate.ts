// Writes api/openapi.json and the client's types from the routes, and the picture of the lifecycle. With --check it writes nothing and
// says whether the files are fresh.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { format, type FormatConfig } from 'oxfmt';
import { describeApi } from '../api/src/openapi.ts';
import { lifecyclePicture } from './docs/lifecycle-picture.ts';
import { ROOT } from './ground/paths.ts';

interface Generated {
  readonly file: string;
  readonly text: string;
}

async function generateAll(): Promise<Generated[]> {
  const document = await describeApi();
  const client = 'api/client/src/paths.gen.ts';
  const types = `// Generated from openapi.json. Do not edit.\n${astToString(await openapiTypescript(document))}`;
  return [
    { file: 'api/openapi.json', text: `${JSON.stringify(document, null, 2)}\n` },
    await inStyle('docs/lifecycle.md', lifecyclePicture()),
    await inStyle(client, types),
  ];
}

async function inStyle(file: string, source: string): Promise<Generated> {
  const style = JSON.parse(await readFile(join(ROOT, '.oxfmtrc.json'), 'utf8')) as FormatConfig;
  const { code, errors } = await format(file, source, style);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  return { file, text: code };
}

async function isFresh({ file, text }: Generated): Promise<boolean> {
  return (await readFile(join(ROOT, file), 'utf8').catch(() => '')) === text;
}

const check = process.argv.includes('--check');
for (const generated of await generateAll()) {
  if (await isFresh(generated)) continue;
  if (check) {
    console.error(`${generated.file} 不是最新的;请运行 npm run generate 并一并提交。`);
    process.exitCode = 1;
  } else {
    await writeFile(join(ROOT, generated.file), generated.text);
    console.log(`${generated.file} written`);
  }
}
process.exit();
