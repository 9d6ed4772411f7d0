import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CAMERA_PROBLEMS } from '../../../learner-ui/src/camera/index.ts';
import CameraGate from '../../../learner-ui/src/modules/study/CameraGate.vue';
import EndedStudy from '../../../learner-ui/src/modules/study/EndedStudy.vue';
import LiveStudy from '../../../learner-ui/src/modules/study/LiveStudy.vue';
import RehearsalPage from '../../../learner-ui/src/modules/study/RehearsalPage.vue';
import HandOverPage from '../../../learner-ui/src/modules/account/HandOverPage.vue';
import type { SessionView } from '../../../learner-ui/src/modules/study/api.ts';
import { createStudyRun } from '../../../learner-ui/src/modules/study/study-run.ts';
import { mounted } from './mounted.ts';
import {
  cameraExample,
  ENROLMENT_ID,
  enrolmentExample,
  LESSON_ID,
  sessionExample,
} from './study-example.ts';

const id = (name: string) => `[data-testid="${name}"]`;
const LESSON = { place: 'lesson', enrolmentId: ENROLMENT_ID, lessonId: LESSON_ID } as const;
const LINK = 'https://train.example/hand-over#token';

const realFetch = globalThis.fetch;
let sent: { readonly path: string; readonly body: unknown }[] = [];
let answers: Record<string, unknown> = {};

beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = '';
  sent = [];
  answers = {
    '/api/session': { kind: 'learner', csrfToken: 'token' },
    '/api/me/hand-overs': { url: LINK, qrSvg: '<svg/>', expiresAt: '', goodForSeconds: 120 },
  };
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const { pathname } = new URL(request.url, location.href);
    const text = await request.clone().text();
    sent.push({ path: pathname, body: text === '' ? null : JSON.parse(text) });
    return Response.json(answers[pathname] ?? {});
  };
});
afterEach(() => {
  globalThis.fetch = realFetch;
});

const asked = () => sent.filter(({ path }) => path === '/api/me/hand-overs');
const runOf = (more: Partial<SessionView>) => createStudyRun(sessionExample(more), () => null);
const live = (more: Partial<SessionView>, camera = cameraExample('problem', 'inAppBrowser')) =>
  mounted(LiveStudy, {
    ...{ run: runOf(more), camera, enrolment: enrolmentExample, agreed: true },
    door: { challenge: async () => ({}), judge: async () => ({}) },
  });

describe('a camera that cannot work', () => {
  test.each(CAMERA_PROBLEMS)(
    '%s: the lesson may go on in another browser, or without a face',
    (problem) => {
      const gate = mounted(CameraGate, { camera: cameraExample('problem', problem), to: LESSON });
      expect(gate.find(id('hand-over')).text()).toContain('从已保存的位置继续');
      expect(gate.find('details').attributes()).toHaveProperty('open');
      expect(gate.find(id('camera-attended')).exists()).toBe(true);
    },
  );

  test('before anything went wrong, and while the browser asks, nothing distracts', () => {
    for (const [status, offer] of [
      ['off', false],
      ['asking', false],
      ['asking', true],
    ] as const) {
      const gate = mounted(CameraGate, { camera: cameraExample(status), to: LESSON, offer });
      expect(gate.find(id('hand-over')).exists()).toBe(false);
    }
  });

  test('the link and its code are made when asked for, and say how long they are good', async () => {
    const gate = mounted(CameraGate, {
      camera: cameraExample('problem', 'inAppBrowser'),
      to: LESSON,
    });
    expect(asked()).toEqual([]);
    await gate.find(id('make-hand-over')).trigger('click');
    await flushPromises();
    expect(asked().map(({ body }) => body)).toEqual([LESSON]);
    expect(gate.find<HTMLInputElement>(id('hand-over-link')).element.value).toBe(LINK);
    expect(gate.find('[role="timer"]').text()).toBe('还有 120 秒有效,只能打开一次。');
    expect(gate.find(id('hand-over')).text()).toContain('请勿发给他人');
  });
});

describe('wherever the camera is needed', () => {
  test.each([
    ['at the door', { state: 'checkingFace', savedSeconds: 0 }],
    ['in a recheck during study', { state: 'rechecking' }],
    ['while the lesson plays', { state: 'playing' }],
  ])('%s: the same lesson, handed over', async (_where, more) => {
    const study = live(more);
    expect(study.find(id('face-check')).exists()).toBe(false);
    await study.find(id('make-hand-over')).trigger('click');
    await flushPromises();
    expect(asked().map(({ body }) => body)).toEqual([LESSON]);
    await study.find(id('camera-attended')).trigger('click');
    expect(study.emitted('attended')).toHaveLength(1);
    study.unmount();
  });

  test('a picture that is there but does not help: the learner says so', async () => {
    localStorage.setItem('xz.tips', 'seen');
    const study = live({ state: 'checkingFace' }, cameraExample('on'));
    expect(study.find(id('hand-over')).exists()).toBe(false);
    await study.find(id('camera-trouble')).trigger('click');
    expect(study.find(id('hand-over')).exists()).toBe(true);
    expect(study.find(id('camera-attended')).exists()).toBe(true);
    study.unmount();
  });

  test('in the rehearsal: the rehearsal is handed over, and nobody is sent to another way', async () => {
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true });
    const page = mounted(RehearsalPage, {});
    await page.find(id('allow-camera')).trigger('click');
    await flushPromises();
    expect(page.find(id('camera-problem')).exists()).toBe(true);
    expect(page.find(id('camera-attended')).exists()).toBe(false);
    expect(page.find(id('hand-over')).text()).toContain('继续试用');
    await page.find(id('make-hand-over')).trigger('click');
    await flushPromises();
    expect(asked().map(({ body }) => body)).toEqual([{ place: 'rehearsal' }]);
  });
});

describe('several doubts at the door', () => {
  const doubted = { state: 'suspended', pausedBecause: 'uncertain' } as const;

  test('say that it is not the learner’s fault, and offer the way without a face', async () => {
    const study = live(doubted, cameraExample('on'));
    expect(study.find(id('study-ended-body')).text()).toContain('不会算作您的问题');
    await study.find(id('ended-attended')).trigger('click');
    expect(study.emitted('attended')).toHaveLength(1);
    study.unmount();
  });

  test('or one more try', () => {
    const ended = mounted(EndedStudy, { run: runOf(doubted), enrolment: enrolmentExample });
    expect(ended.find(id('face-again')).text()).toBe('重新识别');
  });

  test('who studies without a face already is not offered it again', () => {
    const run = runOf({ ...doubted, attended: true, pausedBecause: 'checksMissed' });
    const ended = mounted(EndedStudy, { run, enrolment: enrolmentExample });
    expect(ended.find(id('ended-attended')).exists()).toBe(false);
    expect(ended.find(id('face-again')).text()).toBe('重新核验');
  });
});

describe('the browser that takes over', () => {
  const shown = async (what: object) => {
    answers['/api/hand-overs/look'] = { holderMasked: '王**', ...what };
    location.hash = '#token';
    const page = mounted(HandOverPage, {}, 'zh-CN', { queries: true });
    await flushPromises();
    return page;
  };

  test('is told whose lesson it is and from which second it goes on', async () => {
    const page = await shown({ place: 'lesson', lessonTitle: '高处作业', savedSeconds: 2475 });
    expect(page.find(id('hand-over-shown')).text()).toMatch(/王\*\*.*高处作业.*00:41:15/s);
  });

  test('or that it is the rehearsal', async () => {
    const page = await shown({ place: 'rehearsal', lessonTitle: null, savedSeconds: null });
    expect(page.find(id('hand-over-shown')).text()).toContain('人脸识别试用');
    expect(page.find(id('hand-over-shown')).text()).not.toContain('从此处继续');
  });
});
