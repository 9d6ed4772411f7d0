import type { EnrolmentDetail } from '../../../learner-ui/src/app/wire.ts';
import type { Camera, CameraProblem, CameraStatus } from '../../../learner-ui/src/camera/index.ts';
import type { SessionView } from '../../../learner-ui/src/modules/study/api.ts';
import { ref, shallowRef } from 'vue';

export const ENROLMENT_ID = '01930000-0000-7000-8000-000000000001';
export const LESSON_ID = '01930000-0000-7000-8000-000000000002';

/** A session as the server tells it, 41 minutes and 15 seconds into its lesson. */
export const sessionExample = (more: Partial<SessionView> = {}): SessionView => ({
  id: '01930000-0000-7000-8000-000000000003',
  revision: 7,
  state: 'playing',
  pausedBecause: null,
  ended: false,
  endReason: null,
  ackSeq: 3,
  positionSeconds: 2475,
  savedSeconds: 2475,
  lessonComplete: false,
  hoursComplete: false,
  totals: {
    ...{ elapsedSeconds: 0, creditedSeconds: 0, pendingSeconds: 0, uncountedSeconds: 0 },
    uncountedByReason: {},
  },
  receipt: { zh: '已保存至 00:41:15。', en: 'Saved up to 00:41:15.' },
  due: null,
  attended: false,
  faceTriesLeft: 3,
  minutes: [],
  serverTime: '2026-11-27T08:00:00Z',
  leaseToken: 1,
  enrolmentId: ENROLMENT_ID,
  epoch: 1,
  startedAt: '2026-11-27T07:00:00Z',
  lesson: {
    ...{ id: LESSON_ID, title: '高处作业', durationSeconds: 2700 },
    ...{ sources: [], subtitlesUrl: null, posterUrl: null },
  },
  watched: [[0, 2475]],
  lastReceipt: null,
  challenge: null,
  commitment: '00',
  seed: null,
  ...{ beatEverySeconds: 15, leaseSeconds: 45, offlineGraceSeconds: 120 },
  ...{ unacknowledgedPauseSeconds: 60, recheckAnswerSeconds: 60, replay: false },
  ...more,
});

export const enrolmentExample = { id: ENROLMENT_ID, courses: [] } as unknown as EnrolmentDetail;

/** A camera that is as told; it counts how often it was asked for. */
export const cameraExample = (
  status: CameraStatus,
  problem: CameraProblem | null = null,
): Camera & { readonly asked: () => number } => {
  let asked = 0;
  return {
    status: ref(status),
    problem: ref(problem),
    stream: shallowRef(null),
    devices: ref([]),
    label: ref(''),
    microphone: ref('notAsked'),
    start: async () => {
      asked += 1;
      return false;
    },
    stop: () => undefined,
    show: async () => undefined,
    asked: () => asked,
  };
};
