import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createXuzhengClient } from '@xuzheng/client';
import { checkCharacter, dayOf, partsOf, SANDBOX_PLAYS, type SandboxPlay } from '@xuzheng/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSupervisor, untilReady } from '../../tools/boot/supervisor.ts';
import { ROOT } from '../../tools/ground/paths.ts';
import { startProduct } from '../support/product.ts';

/** F39: a year in under two minutes. */
const A_YEAR_MS = 120_000;
const PERSON = { name: '沙小箱', phone: '19900001234' };
const ID_DIGITS = '99999919900505101';

type Integrator = ReturnType<typeof createXuzhengClient>;

const product = await startProduct({ environment: { XUZHENG_SANDBOX: '1' } });
let integrator: Integrator;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xuzheng-stand-ins-'));
  const supervisor = createSupervisor(join(folder, 'logs'));
  afterAll(async () => {
    await supervisor.stopAll();
    await rm(folder, { recursive: true, force: true });
  });
  const env = { ...product.environment, XUZHENG_DATA_DIR: folder };
  const standIns = supervisor.startScript('stand-ins', 'tools/sandbox/stand-ins.ts', env);
  await untilReady(standIns, join(folder, 'logs'));
  const apiKey = (await readFile(join(folder, 'api-key.txt'), 'utf8')).trim();
  integrator = createXuzhengClient({ baseUrl: product.url, apiKey });
});

/** The documented year: what is asked for, and the events that follow. */
async function documentedYear(): Promise<{ play: SandboxPlay; events: string[] }[]> {
  const text = await readFile(join(ROOT, 'docs/sandbox.md'), 'utf8');
  const words = (cell: string | undefined): string[] =>
    [...(cell ?? '').matchAll(/`(\w+)`/g)].map(([, word]) => word ?? '');
  const isPlay = (word: string | undefined): word is SandboxPlay =>
    (SANDBOX_PLAYS as readonly string[]).includes(word ?? '');
  return text.split('\n').flatMap((line) => {
    const [, ask, gains] = line.split('|');
    const [play] = words(ask);
    return line.startsWith('|') && isPlay(play) ? [{ play, events: words(gains) }] : [];
  });
}

const inPath = (id: string) => ({ params: { path: { id } } });

async function ask(enrolmentId: string, play: SandboxPlay): Promise<void> {
  const body = { enrolmentId, play };
  let { id, state, fault } = await integrator.take(integrator.POST('/api/sandbox/plays', { body }));
  while (state === 'queued' || state === 'playing') {
    await sleep(150);
    const asked = integrator.GET('/api/sandbox/plays/{id}', inPath(id));
    ({ id, state, fault } = await integrator.take(asked));
  }
  expect({ play, state, fault }).toEqual({ play, state: 'done', fault: null });
}

const log = async (enrolmentId: string): Promise<string[]> => {
  const asked = integrator.GET('/api/enrolments/{id}/events', inPath(enrolmentId));
  return (await integrator.take(asked)).items.map((event) => event.type);
};

/** Every new finding says so; how many random pictures told of one is chance. */
const isFixed = (type: string): boolean => type !== 'EVIDENCE_CHANGED';

async function untilLogHas(enrolmentId: string, count: number): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(150)) {
    if ((await log(enrolmentId)).filter(isFixed).length >= count) return;
  }
}

test('a year with anomaly, clear, appeal, relearning and renewal: the log is the documented one', async () => {
  const year = await documentedYear();
  const began = Date.now();
  const { id } = await integrator.take(
    integrator.POST('/api/enrolments', {
      body: {
        ...PERSON,
        idNumber: ID_DIGITS + checkCharacter(ID_DIGITS),
        post: 'construction-civil',
        studyYear: partsOf(dayOf(began)).year,
        originalCertificate: { number: '沙原-1', medium: 'paper', issuedOn: '2020-06-15' },
      },
    }),
  );
  const expected: string[] = [];
  for (const { play, events } of year) {
    await ask(id, play);
    expected.push(...events);
    await untilLogHas(id, expected.length);
    console.log(`${play} after ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
  const tookMs = Date.now() - began;
  const types = await log(id);
  expect(types.filter(isFixed)).toEqual(expected);
  expect(types).toContain('EVIDENCE_CHANGED');
  const enrolment = await integrator.take(integrator.GET('/api/enrolments/{id}', inPath(id)));
  expect(enrolment.tags).toContain('renewal.renewed');
  console.log(`a year in the sandbox: ${(tookMs / 1000).toFixed(1)} s`);
  expect(tookMs).toBeLessThan(A_YEAR_MS);
}, 300_000);
