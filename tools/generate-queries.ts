// Writes api/queries/<file>.sql: the statements of every query function in api/src/db, as Kysely compiles
// them, so that a review sees SQL. With --check it only says whether the files are fresh.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'sql-formatter';
import ts from 'typescript';
import { ROOT } from './ground/paths.ts';
import { createRecorder, type Recorder } from './queries/recorder.ts';
import { sample } from './queries/sample.ts';

const SOURCES = join(ROOT, 'api/src/db');
const OUT = join(ROOT, 'api/queries');
/** These make no statements of their own. */
const NO_QUERIES = new Set(['connect.ts', 'migrate.ts', 'schema.gen.ts']);

type Queries = ReadonlyMap<string, string>;
type Functions = Readonly<Record<string, unknown>>;

const pretty = (sql: string): string =>
  `${format(sql, { language: 'postgresql', keywordCase: 'upper', expressionWidth: 90 })};`;

/** Calls one query function with samples of what it takes, and gives the statements it made. */
async function statementsOf(
  recorder: Recorder,
  run: (...values: unknown[]) => unknown,
  values: readonly unknown[],
): Promise<string[]> {
  recorder.take();
  // Whatever a function makes of empty rows is not looked at here: only what it asked.
  await Promise.resolve()
    .then(() => run(...values))
    .catch(() => undefined);
  return recorder.take();
}

async function textOf(program: ts.Program, recorder: Recorder, file: string): Promise<string> {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) return '';
  const functions = (await import(pathToFileURL(file).href)) as Functions;
  const parts: string[] = [];
  for (const symbol of checker.getExportsOfModule(module)) {
    const run = functions[symbol.name];
    if (typeof run !== 'function') continue;
    const [signature] = checker.getTypeOfSymbol(symbol).getCallSignatures();
    const types = signature?.getParameters().map((one) => checker.getTypeOfSymbol(one)) ?? [];
    const values = types.map((type) => sample({ checker, db: recorder.db }, type));
    const statements = await statementsOf(recorder, run as () => unknown, values);
    if (statements.length > 0)
      parts.push(`-- ${symbol.name}\n${statements.map(pretty).join('\n\n')}\n`);
  }
  return parts.join('\n');
}

function programOf(files: readonly string[]): ts.Program {
  const config = ts.readConfigFile(join(ROOT, 'api/tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  );
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, join(ROOT, 'api'));
  return ts.createProgram({ rootNames: [...files], options: { ...options, noEmit: true } });
}

async function queries(): Promise<Queries> {
  const names = (await readdir(SOURCES)).filter((name) => name.endsWith('.ts')).sort();
  const files = names.filter((name) => !NO_QUERIES.has(name)).map((name) => join(SOURCES, name));
  const program = programOf(files);
  const recorder = createRecorder();
  const found = new Map<string, string>();
  for (const file of files) {
    const text = await textOf(program, recorder, file);
    if (text !== '') found.set(`${basename(file, '.ts')}.sql`, text);
  }
  return found;
}

async function kept(): Promise<Queries> {
  const names = await readdir(OUT).catch(() => []);
  const read = async (name: string) => [name, await readFile(join(OUT, name), 'utf8')] as const;
  return new Map(await Promise.all(names.map(read)));
}

async function generate(check: boolean): Promise<void> {
  const [fresh, old] = await Promise.all([queries(), kept()]);
  const all = [...new Set([...fresh.keys(), ...old.keys()])].sort();
  const stale = all.filter((name) => fresh.get(name) !== old.get(name));
  if (!check) {
    await mkdir(OUT, { recursive: true });
    for (const name of stale) {
      const text = fresh.get(name);
      if (text === undefined) await rm(join(OUT, name));
      else await writeFile(join(OUT, name), text);
    }
  }
  for (const name of stale) console.log(`api/queries/${name} ${check ? 'is stale' : 'written'}`);
  if (check && stale.length > 0) {
    console.log('run: npm run generate:queries');
    process.exitCode = 1;
  }
}

await generate(process.argv.includes('--check'));
