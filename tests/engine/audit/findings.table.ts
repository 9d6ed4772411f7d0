import type {
  CheckEvidence,
  Evidence,
  Segment,
  SessionEvidence,
  SessionHints,
} from '@xuzheng/engine';

/** Evidence, and the findings it makes: each rule with what it finds, what it does not, and its border. */
export type Row = {
  readonly what: string;
  readonly evidence: Partial<Evidence>;
  readonly found: readonly string[];
};

export const segment = (seconds: number, change: Partial<Segment> = {}): Segment => ({
  ...{ n: 0, kind: 'credited', reason: null, startedAt: 0, endedAt: seconds * 1000 },
  ...{ lessonFrom: 0, lessonTo: seconds, beats: 60, intervalMeanMs: 15_000 },
  ...{ intervalM2: 60 * 80 * 80, presenceAt: 0, evidence: ['entry'] },
  ...change,
});

const HUMAN: SessionHints = { untrusted: 0, inputs: 3 };
export const session = (id: string, change: Partial<SessionEvidence> = {}): SessionEvidence => ({
  ...{ id, segments: [segment(300)], aheadBeats: 0, attended: false, systemFault: false },
  ...{ cameraLabel: 'FaceTime HD Camera', unansweredAt: [], escaped: [], hints: HUMAN },
  ...change,
});

let counter = 0;
export const check = (
  sessionId: string,
  outcome: CheckEvidence['outcome'],
  change: Partial<CheckEvidence> = {},
): CheckEvidence => {
  counter += 1;
  const reason = outcome === 'missed' ? 'noFace' : null;
  return {
    id: `c${counter}`,
    sessionId,
    kind: 'snapshot',
    at: counter,
    outcome,
    reason,
    ...change,
  };
};

const times = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));
const own = (id = 's1') => check(id, 'matched', { at: 0 });
const escaped = (how: 'left' | 'silent', at = 10): SessionEvidence['escaped'] => [
  { kind: 'snapshot', at, how },
];
/** Sessions ended one after the other with a check open. */
const leaving = (n: number, how: 'left' | 'silent', change: Partial<SessionEvidence> = {}) =>
  times(n, (i) => session(`s${i + 1}`, { escaped: escaped(how, 100 + i), ...change }));
const hours = (n: number) => [segment(n * 3600)];
const still = (n: number, change: Partial<SessionEvidence> = {}) =>
  times(n, (i) =>
    session(`s${i + 1}`, { segments: hours(1), hints: { untrusted: 0, inputs: 0 }, ...change }),
  );
const seen = (sessions: readonly SessionEvidence[]) => sessions.map(({ id }) => own(id));

const IMPERSONATION: Row[] = [
  {
    what: 'one other face is a note',
    evidence: {
      sessions: [session('s1')],
      checks: [own(), check('s1', 'missed', { reason: 'otherFace' })],
    },
    found: ['impersonation:note'],
  },
  {
    what: 'two are a strong finding',
    evidence: {
      sessions: [session('s1')],
      checks: [own(), ...times(2, () => check('s1', 'missed', { reason: 'otherFace' }))],
    },
    found: ['impersonation:strong'],
  },
  {
    what: 'an uncertain picture is none',
    evidence: { sessions: [session('s1')], checks: [own(), check('s1', 'uncertain')] },
    found: [],
  },
];

const IDLE: Row[] = [
  {
    what: 'two misses of five are none',
    evidence: {
      sessions: [session('s1')],
      checks: [own(), ...times(2, () => check('s1', 'missed'))],
    },
    found: [],
  },
  {
    what: 'three of five are weak',
    evidence: {
      sessions: [session('s1')],
      checks: [own(), ...times(3, () => check('s1', 'missed'))],
    },
    found: ['idleStudy:weak'],
  },
  {
    what: 'five of five are strong',
    evidence: {
      sessions: [session('s1')],
      checks: [own(), ...times(5, () => check('s1', 'missed'))],
    },
    found: ['idleStudy:strong'],
  },
  {
    what: 'two missed and one left open at the end make three',
    evidence: {
      sessions: [session('s1', { escaped: escaped('left', 9_999) })],
      checks: [own(), ...times(2, () => check('s1', 'missed'))],
    },
    found: ['idleStudy:weak'],
  },
  {
    what: 'one missed in each of three sessions is found across them',
    evidence: {
      sessions: times(3, (i) => session(`s${i + 1}`)),
      checks: [own(), ...times(3, (i) => check(`s${i + 1}`, 'missed'))],
    },
    found: ['idleStudy:weak'],
  },
  {
    what: 'three sessions left with every check that came due are weak',
    evidence: { sessions: leaving(3, 'left'), checks: [own()] },
    found: ['idleStudy:weak'],
  },
  {
    what: 'two sessions left so are none',
    evidence: { sessions: leaving(2, 'left'), checks: [own()] },
    found: [],
  },
  {
    what: 'three checks answered between them and it is none',
    evidence: {
      sessions: leaving(3, 'left'),
      checks: [own(), ...[100.5, 101.2, 101.4, 101.6].map((at) => check('s2', 'matched', { at }))],
    },
    found: [],
  },
  {
    what: 'three pages that fell silent may have lost their network: a note',
    evidence: { sessions: leaving(3, 'silent'), checks: [own()] },
    found: ['idleStudy:note'],
  },
  {
    what: 'a check left open while our service was away is nobody’s miss',
    evidence: { sessions: leaving(5, 'left', { systemFault: true }), checks: [own()] },
    found: [],
  },
  {
    what: 'faults of our own are no misses',
    evidence: {
      sessions: [session('s1')],
      checks: [own(), ...times(9, () => check('s1', 'fault'))],
    },
    found: [],
  },
];

const AUTOMATED: Row[] = [
  {
    what: 'two beats ahead of the clock are none',
    evidence: { sessions: [session('s1', { aheadBeats: 2 })], checks: [own()] },
    found: [],
  },
  {
    what: 'three are strong',
    evidence: { sessions: [session('s1', { aheadBeats: 3 })], checks: [own()] },
    found: ['automatedStudy:strong'],
  },
  {
    what: 'a machine’s rhythm over 120 beats is a note',
    evidence: {
      sessions: [session('s1', { segments: [segment(300, { beats: 120, intervalM2: 300 })] })],
      checks: [own()],
    },
    found: ['automatedStudy:note'],
  },
  {
    what: 'over 119 beats it is none, nor with the jitter of a network',
    evidence: {
      sessions: [
        session('s1', { segments: [segment(300, { beats: 119, intervalM2: 300 })] }),
        session('s2', { segments: [segment(300, { beats: 120, intervalM2: 120 * 50 * 50 })] }),
      ],
      checks: [own(), own('s2')],
    },
    found: [],
  },
  {
    what: 'four events made by a script are none: extensions do that',
    evidence: {
      sessions: [session('s1', { hints: { untrusted: 4, inputs: 1 } })],
      checks: [own()],
    },
    found: [],
  },
  {
    what: 'five are a note',
    evidence: {
      sessions: [session('s1', { hints: { untrusted: 5, inputs: 1 } })],
      checks: [own()],
    },
    found: ['automatedStudy:note'],
  },
  {
    what: 'three hours in three sessions without a pause, a look away or a touch are a note',
    evidence: { sessions: still(3), checks: seen(still(3)) },
    found: ['automatedStudy:note'],
  },
  {
    what: 'two sessions are too few to say so',
    evidence: { sessions: still(2, { segments: hours(3) }), checks: seen(still(2)) },
    found: [],
  },
  {
    what: 'short sessions are too few hours',
    evidence: { sessions: still(8, { segments: [segment(900)] }), checks: seen(still(8)) },
    found: [],
  },
  {
    what: 'one touch in all that time is enough to be human',
    evidence: {
      sessions: [...still(3), session('s4', { hints: { untrusted: 0, inputs: 1 } })],
      checks: [...seen(still(3)), own('s4')],
    },
    found: [],
  },
  {
    what: 'so is one pause',
    evidence: {
      sessions: [
        ...still(2),
        ...still(1, {
          id: 's3',
          segments: [...hours(1), segment(60, { kind: 'uncounted', reason: 'paused', n: 1 })],
        }),
      ],
      checks: seen(still(3)),
    },
    found: [],
  },
  {
    what: 'a stop that the server made for a check is no pause of theirs',
    evidence: {
      sessions: still(3, {
        segments: [
          ...hours(1),
          segment(9, { kind: 'uncounted', reason: 'paused', n: 1, evidence: ['recheck:0'] }),
        ],
      }),
      checks: seen(still(3)),
    },
    found: ['automatedStudy:note'],
  },
];

const NO_SNAPSHOT: Row[] = [
  {
    what: 'more than two intervals without the learner’s picture are strong',
    evidence: { sessions: [session('s1', { segments: [segment(601)] })] },
    found: ['noOwnSnapshot:strong'],
  },
  {
    what: 'two intervals are not more than two',
    evidence: { sessions: [session('s1', { segments: [segment(600)] })] },
    found: [],
  },
  {
    what: 'many short sessions without any picture are weak together',
    evidence: { sessions: times(3, (i) => session(`s${i + 1}`)) },
    found: ['noOwnSnapshot:weak'],
  },
  {
    what: 'one picture in one of them is enough',
    evidence: { sessions: times(3, (i) => session(`s${i + 1}`)), checks: [own('s2')] },
    found: [],
  },
  {
    what: 'a picture that waits for our checker, or that it could not judge, is nobody’s fault',
    evidence: {
      sessions: [
        session('s1', { segments: [segment(900)] }),
        session('s2', { segments: [segment(900)] }),
      ],
      checks: [check('s1', 'pending'), check('s2', 'fault')],
    },
    found: [],
  },
  {
    what: 'study without a face has no pictures to miss',
    evidence: { sessions: [session('s1', { attended: true, segments: hours(5) })] },
    found: [],
  },
];

const SHARED: Row[] = [
  {
    what: 'a picture all but the same as another learner’s is weak',
    evidence: {
      sessions: [session('s1')],
      checks: [{ ...own(), id: 'p' }],
      sharedFaces: [{ checkId: 'p', sessionId: 's1', by: 'picture' }],
    },
    found: ['sharedFace:weak'],
  },
  {
    what: 'a colleague’s face is weak, beside what it is for the learner',
    evidence: {
      sessions: [session('s1')],
      checks: [own(), check('s1', 'missed', { id: 'q', reason: 'otherFace' })],
      sharedFaces: [{ checkId: 'q', sessionId: 's1', by: 'portrait' }],
    },
    found: ['impersonation:note', 'sharedFace:weak'],
  },
  {
    what: 'a browser that others use is a note, alone or at the same time',
    evidence: {
      sessions: [session('s1'), session('s2')],
      checks: [own(), own('s2')],
      sharedDevices: [
        { sessionId: 's1', learners: 1, overlapping: false },
        { sessionId: 's2', learners: 12, overlapping: true },
      ],
    },
    found: ['sharedDevice:note', 'sharedDevice:note'],
  },
];

const CAMERAS: Row[] = ['OBS Virtual Camera', 'ManyCam', '虚拟摄像头', 'v4l2loopback 0'].map(
  (cameraLabel) => ({
    what: `${cameraLabel} is a note`,
    evidence: { sessions: [session('s1', { cameraLabel })], checks: [own()] },
    found: ['virtualCamera:note'],
  }),
);
const PLAIN_CAMERAS: Row[] = ['FaceTime HD Camera', 'Integrated Webcam', '前置摄像头', null].map(
  (cameraLabel) => ({
    what: `${cameraLabel ?? 'a camera without a name'} is none`,
    evidence: { sessions: [session('s1', { cameraLabel })], checks: [own()] },
    found: [],
  }),
);

export const FINDING_TABLE = {
  '替学 impersonation': IMPERSONATION,
  '挂机 idleStudy': IDLE,
  '代刷 automatedStudy': AUTOMATED,
  '无本人抓拍 noOwnSnapshot': NO_SNAPSHOT,
  'shared with other learners': SHARED,
  'the name of the camera': [...CAMERAS, ...PLAIN_CAMERAS],
} as const;
