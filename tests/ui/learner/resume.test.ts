import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemOf } from '../../../learner-ui/src/camera/camera-problem.ts';
import { minuteWords } from '../../../learner-ui/src/look/index.ts';
import {
  forgetStudy,
  holdStudy,
  keepStudy,
  keptStudy,
} from '../../../learner-ui/src/modules/study/study-memory.ts';

/** The browser's locks, as two pages of one browser share them. */
const locksOfABrowser = () => {
  const held = new Set<string>();
  return {
    request: async (
      name: string,
      _options: object,
      use: (lock: object | null) => unknown,
    ): Promise<void> => {
      if (held.has(name)) return void use(null);
      held.add(name);
      await use({ name });
      held.delete(name);
    },
  };
};

beforeEach(() => {
  localStorage.clear();
  Object.defineProperty(navigator, 'locks', { value: locksOfABrowser(), configurable: true });
});
afterEach(() => {
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
});

describe('a session survives its page', () => {
  const beats = [{ seq: 3, positionSeconds: 45, playing: true, visible: true }];
  const kept = { lessonId: 'height', sessionId: 'one', leaseToken: 7, beats };

  test('with the beats nobody acknowledged, for the lesson it belongs to', () => {
    keepStudy(kept);
    expect(keptStudy('height')).toEqual(kept);
    expect(keptStudy('power')).toBeNull();
    forgetStudy();
    expect(keptStudy('height')).toBeNull();
  });

  test('what another version or hand wrote there is nothing', () => {
    for (const broken of ['height one', '{}', '[1]', '{"lessonId":"height"}']) {
      localStorage.setItem('xz.study', broken);
      expect(keptStudy('height')).toBeNull();
    }
  });

  test('one page of a browser holds it; another one only when the first is gone', async () => {
    const release = await holdStudy('one');
    expect(release).not.toBeNull();
    expect(await holdStudy('one')).toBeNull();
    expect(await holdStudy('two')).not.toBeNull();
    release?.();
    await Promise.resolve();
    expect(await holdStudy('one')).not.toBeNull();
  });
});

describe('a browser inside an app', () => {
  const WECHAT = 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 MicroMessenger/8.0.44';
  const refused = new DOMException('no', 'NotAllowedError');

  test('that refuses the camera is told from one whose owner did', () => {
    expect(problemOf(refused, WECHAT)).toBe('inAppBrowser');
    expect(problemOf(refused, 'Mozilla/5.0 Chrome/140 Safari/537.36')).toBe('refused');
    expect(problemOf(new DOMException('busy', 'NotReadableError'), WECHAT)).toBe('inUse');
  });
});

test('a minute names every reason with its seconds, and a single one without', () => {
  const cell = { creditedSeconds: 30, pendingSeconds: 0, uncountedSeconds: 30, reason: 'paused' };
  expect(minuteWords(cell, 1, 'zh-CN')).toBe('第 2 分钟,已计 30 秒,未计 30 秒,已暂停');
  const reasons = [
    { reason: 'paused', seconds: 20 },
    { reason: 'networkLost', seconds: 10 },
  ];
  expect(minuteWords({ ...cell, reasons }, 1, 'zh-CN')).toBe(
    '第 2 分钟,已计 30 秒,未计 30 秒,已暂停 20 秒,网络中断 10 秒',
  );
});
