import { getShortestPaths } from 'xstate/graph';
import { describe, expect, it } from 'vitest';
import {
  canSession,
  fastPolicy,
  openSession,
  SESSION_STATES,
  sessionEnded,
  sessionMachine,
  stepSession,
  type SessionEvent,
  type SessionSnapshot,
} from '@xuzheng/engine';

const rule = fastPolicy({ recheckAnswerSeconds: 60, recheckTries: 3 });
const T0 = 1_000_000;

function after(...events: (SessionEvent['type'] | SessionEvent)[]): SessionSnapshot {
  let at = T0;
  return events.reduce<SessionSnapshot>(
    (snapshot, event) => {
      at += 1000;
      const next = stepSession(snapshot, typeof event === 'string' ? { type: event, at } : event);
      if (!next.ok) throw new Error(`${JSON.stringify(next.refusal)} at ${JSON.stringify(event)}`);
      return next.value;
    },
    openSession(T0, rule),
  );
}

const PLAYING = ['CAMERA_READY', 'FACE_MATCHED'] as const;

describe('开始学习', () => {
  it('opens the camera, checks the face, and a matched face goes straight to the lesson', () => {
    expect(after().value).toBe('preparing');
    expect(after('CAMERA_READY').value).toBe('checkingFace');
    expect(after(...PLAYING).value).toBe('playing');
    expect(after(...PLAYING).context.presence).toBe('matched');
  });

  it('never plays without a face check', () => {
    const refused = stepSession(after(), { type: 'RESUME', at: T0 });
    expect(refused).toEqual({
      ok: false,
      refusal: { code: 'study/notAllowed', details: { state: 'preparing', event: 'RESUME' } },
    });
    expect(canSession(after('CAMERA_READY'), { type: 'RESUME', at: T0 })).toBe(false);
  });

  it('a miss at the door has no consequence; three uncertain faces ask for a person', () => {
    expect(after('CAMERA_READY', 'FACE_MISSED', 'FACE_MISSED', 'FACE_MISSED').value).toBe(
      'checkingFace',
    );
    const suspended = after('CAMERA_READY', 'FACE_UNCERTAIN', 'FACE_UNCERTAIN', 'FACE_UNCERTAIN');
    expect(suspended.value).toBe('suspended');
    expect(suspended.context.suspendedFor).toBe('uncertain');
  });
});

describe('checks during study', () => {
  it('a recheck pauses the lesson and is to be answered within 60 s', () => {
    const asked = after(...PLAYING, { type: 'RECHECK_DUE', at: T0 + 50_000 });
    expect(asked.value).toBe('rechecking');
    expect(asked.context.answerBy).toBe(T0 + 110_000);
  });

  it('answered, the lesson goes on; uncertain, it goes on too', () => {
    expect(after(...PLAYING, 'RECHECK_DUE', 'FACE_MATCHED').value).toBe('playing');
    expect(after(...PLAYING, 'RECHECK_DUE', 'FACE_UNCERTAIN').context.presence).toBe('uncertain');
    expect(after(...PLAYING, 'RECHECK_DUE', 'FACE_UNCERTAIN').value).toBe('playing');
  });

  it('a missed check offers another try, three in all, then the session stops', () => {
    const misses = (n: number) =>
      after(...PLAYING, 'RECHECK_DUE', ...Array.from({ length: n }, () => 'FACE_MISSED' as const));
    expect(misses(2).value).toBe('rechecking');
    expect(misses(3).value).toBe('suspended');
    expect(misses(3).context.suspendedFor).toBe('checksMissed');
    expect(stepSession(misses(3), { type: 'RETRY', at: T0 }).ok).toBe(true);
  });

  it('silence counts as a miss only after its time', () => {
    const asked = after(...PLAYING, { type: 'RECHECK_DUE', at: T0 + 50_000 });
    expect(canSession(asked, { type: 'ANSWER_LATE', at: T0 + 109_999 })).toBe(false);
    const late = stepSession(asked, { type: 'ANSWER_LATE', at: T0 + 110_000 });
    expect(late.ok && late.value.context.triesLeft).toBe(2);
    expect(late.ok && late.value.context.answerBy).toBe(T0 + 170_000);
    expect(late.ok && late.value.context.unansweredAt).toEqual([T0 + 110_000]);
  });

  it('a face service that is away gives more time and costs no try', () => {
    const away = after(...PLAYING, 'RECHECK_DUE', { type: 'FACE_FAULT', at: T0 + 90_000 });
    expect(away.value).toBe('rechecking');
    expect(away.context.triesLeft).toBe(3);
    expect(away.context.answerBy).toBe(T0 + 150_000);
  });

  it('a snapshot that misses the face asks for a recheck, also after a pause', () => {
    expect(after(...PLAYING, 'FACE_MISSED').value).toBe('rechecking');
    expect(after(...PLAYING, 'PAUSE', 'FACE_MISSED', 'RESUME').value).toBe('rechecking');
    expect(after(...PLAYING, 'PAUSE', 'RESUME').value).toBe('playing');
  });

  it('counts how often another face was seen', () => {
    const seen = after(
      ...PLAYING,
      { type: 'FACE_MISSED', otherFace: true, at: T0 },
      'FACE_MATCHED',
    );
    expect(seen.context.otherFaceSeen).toBe(1);
  });
});

describe('ends', () => {
  it('another device supersedes the session in any state', () => {
    for (const events of [[], ['CAMERA_READY'], PLAYING, [...PLAYING, 'PAUSE']] as const) {
      expect(after(...events, 'SUPERSEDED').value).toBe('superseded');
    }
  });

  it('a session that was left or has expired does not come back; a new one resumes the lesson', () => {
    const left = after(...PLAYING, 'END');
    expect(left.context.suspendedFor).toBe('left');
    expect(sessionEnded(left)).toBe(true);
    expect(canSession(left, { type: 'RETRY', at: T0 })).toBe(false);
  });

  it('a completed lesson ends its session', () => {
    expect(after(...PLAYING, 'LESSON_COMPLETED').value).toBe('completed');
    expect(sessionEnded(after(...PLAYING, 'LESSON_COMPLETED'))).toBe(true);
  });

  it('every state can be reached', () => {
    const events: SessionEvent[] = (
      [
        'CAMERA_READY',
        'FACE_MATCHED',
        'FACE_MISSED',
        'FACE_UNCERTAIN',
        'RECHECK_DUE',
        'PAUSE',
        'RESUME',
        'SUPERSEDED',
        'LESSON_COMPLETED',
        'END',
      ] as const
    ).map((type) => ({ type, at: T0 }));
    const paths = getShortestPaths(sessionMachine, {
      events,
      input: { at: T0, rule },
      serializeState: (state) => JSON.stringify(state.value),
    });
    const reached = new Set(paths.map((path) => path.state.value));
    expect([...reached].sort()).toEqual([...SESSION_STATES].sort());
  });
});
