import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HANDBOOK_FACE_THRESHOLDS, type LivenessPrompt } from '@xuzheng/engine';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFacePool, type FacePool, type FaceTemplate } from '../../api/src/faces/index.ts';
import {
  cameraFrames,
  cameraScript,
  CLIPS,
  drawnPerformer,
  portraitJpeg,
  STRANGERS,
  writeY4m,
} from '../../tools/faces/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { serveCameraPage, type CameraPage } from './camera-page.ts';
import type { WiredCamera } from './page/main.ts';

declare const wired: WiredCamera;

const thresholds = HANDBOOK_FACE_THRESHOLDS;
const [ME] = STRANGERS;
const SLOW = 200_000;

let served: CameraPage;
let pool: FacePool;
let portrait: FaceTemplate;

beforeAll(async () => {
  pool = createFacePool();
  served = await serveCameraPage();
  const made = await pool.embed(portraitJpeg(ME));
  if (!made.ok) throw new Error(made.refusal.code);
  portrait = made.value;
}, SLOW);
afterAll(async () => {
  served.close();
  await pool.close();
});

const steady = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => wired.view()), { timeout: 60_000 })
    .toMatchObject({
      status: 'on',
      hint: 'good',
      steady: true,
    });

async function judge(page: Page, actions: LivenessPrompt[], aloud = false) {
  const sent = await page.evaluate(([asked, loud]) => wired.burst(asked, loud), [
    actions,
    aloud,
  ] as const);
  const frames = sent.frames.map(({ jpeg, ...mark }) => ({
    ...mark,
    bytes: Buffer.from(jpeg, 'base64'),
  }));
  const judged = await pool.judgeBurst({
    actions,
    frames,
    spokenUntilMs: sent.spokenUntilMs,
    portrait,
    withinMs: 60_000,
    thresholds,
  });
  if (!judged.ok) throw new Error(judged.refusal.code);
  return { ...judged.value, sent };
}

describe('a camera that does as the page asks', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    const people = { me: cameraFrames(drawnPerformer(ME)) };
    await page.addInitScript({ content: cameraScript(people) });
    await page.goto(served.address);
  }, SLOW);

  test('is opened with the microphone, whose sound is stopped at once', async () => {
    expect(await page.evaluate(() => wired.open())).toEqual({
      on: true,
      problem: null,
      label: 'Test camera',
      microphone: 'allowed',
      tracks: ['video'],
    });
  });

  test(
    'is guided to framing, light and distance',
    async () => {
      await page.evaluate(() => wired.startGuide());
      await steady(page);
      const { luma } = await page.evaluate(() => wired.view());
      expect(luma).toBeGreaterThan(thresholds.quality.lumaAtLeast);
    },
    SLOW,
  );

  test(
    'the learner is matched from at most 24 frames, with the recorded voice on',
    async () => {
      const { verdict, sent } = await judge(page, ['openMouth', 'nod'], true);
      expect(verdict).toMatchObject({ outcome: 'matched', fault: null });
      expect(sent.frames.length).toBeLessThanOrEqual(24);
      expect(sent.frames[0]?.action).toBeNull();
      const began = sent.frames.find((frame) => frame.action === 'openMouth')?.atMs ?? 0;
      expect(sent.spokenUntilMs[0]).toBeGreaterThan(began + 700);
    },
    SLOW,
  );

  test(
    'a recheck sends a few frames without any prompt',
    async () => {
      const { verdict, sent } = await judge(page, []);
      expect(verdict.outcome).toBe('matched');
      expect(sent.frames).toHaveLength(5);
    },
    SLOW,
  );

  test('goes off with its component', async () => {
    expect(await page.evaluate(() => wired.stop())).toEqual({ status: 'on', stream: true });
  });
});

describe("the browser's own camera", () => {
  const folder = mkdtempSync(join(tmpdir(), 'xuzheng-clip-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test(
    'playing a film of the learner gives a snapshot that is matched',
    async () => {
      const film = join(folder, 'still.y4m');
      writeY4m({ ...CLIPS.swapped!(), lengthMs: 3000 }, film);
      const browser = await launchBrowser({ args: [`--use-file-for-fake-video-capture=${film}`] });
      const page = await browser.newPage();
      await page.goto(served.address);
      expect(await page.evaluate(() => wired.open())).toMatchObject({
        on: true,
        tracks: ['video'],
      });
      const jpeg = await page.evaluate(() => wired.snapshot());
      const bytes = Buffer.from(jpeg ?? '', 'base64');
      const judged = await pool.judgeSnapshot({ bytes, portrait, thresholds });
      expect(judged).toMatchObject({ ok: true, value: { verdict: { outcome: 'matched' } } });
    },
    SLOW,
  );

  test('a refused camera says so', async () => {
    const browser = await launchBrowser({ ignoreDefaultArgs: ['--use-fake-ui-for-media-stream'] });
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: refuse });
    });
    await page.goto(served.address);
    expect(await page.evaluate(() => wired.open())).toMatchObject({
      on: false,
      problem: 'refused',
    });
  });
});
