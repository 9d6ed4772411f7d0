import type { Evidence } from './evidence.ts';
import type { Draft } from './finding-draft.ts';

const FACE_SENTENCES = {
  picture: (n: number) => `有 ${n} 张抓拍照片与其他学员学习中的照片几乎相同。`,
  portrait: (n: number) =>
    `有 ${n} 张抓拍照片不是本人,而与同一单位或同一设备上另一名学员的头像相近。相貌相近的人也会如此,请人工比对。`,
} as const;

/**
 * What was also seen with other learners. A face is weak evidence; a shared computer of an office or a
 * classroom is the rule rather than the exception, so a device is a note and says so.
 */
export const sharedFindings = (evidence: Evidence): Draft[] =>
  evidence.sessions.flatMap((session) => {
    const faces = (['picture', 'portrait'] as const).flatMap((by): Draft[] => {
      const ids = evidence.sharedFaces
        .filter((face) => face.sessionId === session.id && face.by === by)
        .map((face) => face.checkId);
      if (ids.length === 0) return [];
      const checks = evidence.checks.filter((check) => ids.includes(check.id));
      const sentence = FACE_SENTENCES[by](ids.length);
      const about = by === 'portrait' ? { about: by } : {};
      return [
        { kind: 'sharedFace', strength: 'weak', sessions: [session], checks, sentence, ...about },
      ];
    });
    const device = evidence.sharedDevices.find((shared) => shared.sessionId === session.id);
    if (device === undefined) return faces;
    const when = device.overlapping ? '同时' : '前后半小时内';
    const sentence = `同一浏览器上${when}另有 ${device.learners} 名学员学习。单位公用电脑属正常情况,仅供参考。`;
    return [
      ...faces,
      { kind: 'sharedDevice', strength: 'note', sessions: [session], checks: [], sentence },
    ];
  });
