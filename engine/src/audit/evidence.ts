import type { Instant } from '../calendar/day.ts';
import type { StudiedLesson } from '../study/make-up.ts';
import type { Segment } from '../study/segment.ts';

/** One study session of the epoch, as the findings' rules see it. */
export type SessionEvidence = {
  readonly id: string;
  readonly segments: readonly Segment[];
  /** Beats that claimed more than the wall clock allows. */
  readonly aheadBeats: number;
  /** Studied without a face, at least from some instant on: no rule asks for a picture of it. */
  readonly attended: boolean;
  /** Our own service was away or could not judge during this session. */
  readonly systemFault: boolean;
  readonly cameraLabel: string | null;
  /** Instants at which a recheck had not been answered in its time. */
  readonly unansweredAt: readonly Instant[];
  /** Checks that were due and open when the session ended, by the learner's doing or in silence. */
  readonly escaped: readonly {
    readonly kind: 'recheck' | 'snapshot';
    readonly at: Instant;
    readonly how: 'left' | 'silent';
  }[];
  /** What the page said of itself. It decides nothing and never makes more than a note. */
  readonly hints: SessionHints;
  /** Absent in evidence kept before missed parts could be made up: then nothing is made up. */
  readonly lessonId?: string;
  readonly ended?: boolean;
};

/** Counts of input events since the page opened the session, as the page says. */
export type SessionHints = {
  /** Events that no person caused: `isTrusted` was false. */
  readonly untrusted: number;
  /** Touches, clicks and keys of a person. */
  readonly inputs: number;
};

/** A face check, a snapshot, or (without a face) a code or a question that has been judged, or waits for it (`pending`). */
export type CheckEvidence = {
  readonly id: string;
  readonly sessionId: string;
  readonly kind: 'entry' | 'recheck' | 'snapshot' | 'question';
  readonly at: Instant;
  readonly outcome: 'matched' | 'uncertain' | 'missed' | 'fault' | 'pending';
  /** For missed: noFace, noAction, otherFace … */
  readonly reason: string | null;
};

/** Everything the rules look at, for one enrolment and epoch. */
export type Evidence = {
  readonly sessions: readonly SessionEvidence[];
  readonly checks: readonly CheckEvidence[];
  /** Snapshots also seen with another learner: the same picture, or the face of their portrait. */
  readonly sharedFaces: readonly {
    readonly checkId: string;
    readonly sessionId: string;
    readonly by: 'picture' | 'portrait';
  }[];
  /** Sessions in a browser in which other learners studied at the same time or just before or after. */
  readonly sharedDevices: readonly {
    readonly sessionId: string;
    readonly learners: number;
    readonly overlapping: boolean;
  }[];
  /** The lessons of the sessions; absent like `lessonId`. */
  readonly lessons?: readonly StudiedLesson[];
};

export const FINDING_KINDS = [
  'impersonation',
  'idleStudy',
  'automatedStudy',
  'noOwnSnapshot',
  'sharedFace',
  'sharedDevice',
  'virtualCamera',
  'originCleared',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const FINDING_LABELS = {
  impersonation: { zh: '疑似替学', en: 'Possible impersonation' },
  idleStudy: { zh: '疑似挂机', en: 'Possible idle study' },
  automatedStudy: { zh: '疑似代刷', en: 'Possible automated study' },
  noOwnSnapshot: { zh: '无本人抓拍照片', en: 'No snapshot of the learner' },
  sharedFace: { zh: '同一人脸出现在其他学员处', en: 'Face also seen with another learner' },
  sharedDevice: { zh: '多名学员共用设备', en: 'Device shared with other learners' },
  virtualCamera: { zh: '疑似虚拟摄像头', en: 'Possible virtual camera' },
  originCleared: { zh: '公需学时的来源已清零', en: 'Origin of shared hours was cleared' },
} as const satisfies Record<FindingKind, { zh: string; en: string }>;

export const STRENGTHS = ['note', 'weak', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** What a rule found. It proposes; people decide. */
export type Finding = {
  readonly kind: FindingKind;
  readonly strength: Strength;
  /** Credited or pending seconds that rest on the doubtful evidence. */
  readonly seconds: number;
  readonly sentence: string;
  readonly evidence: {
    readonly sessions: readonly string[];
    readonly checks: readonly string[];
  };
  readonly ruleVersion: string;
  /** The same finding twice has the same key. */
  readonly key: string;
};
