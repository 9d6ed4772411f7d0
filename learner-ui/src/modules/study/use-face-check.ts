import type { LivenessPrompt } from '@xuzheng/engine';
import { onScopeDispose, ref, shallowRef } from 'vue';
import { captureBurst, useFaceGuide, usePromptVoice, type Burst } from '../../camera/index.ts';
import type { Challenge, FaceResult } from './api.ts';

export type FaceCheckPhase = 'framing' | 'acting' | 'judging' | 'failed' | 'done';

export type FaceCheckDoor = {
  challenge: (another: boolean) => Promise<Challenge>;
  judge: (challenge: Challenge, burst: Burst) => Promise<FaceResult>;
};

/** What the screen of a check shows. */
const createBoard = () => ({
  phase: ref<FaceCheckPhase>('framing'),
  prompt: ref<LivenessPrompt | null>(null),
  promptIndex: ref(0),
  promptsInAll: ref(0),
  /** When the 3 seconds of the running prompt began; null while it is still being said. */
  clock: shallowRef<{ startedMs: number; lengthMs: number } | null>(null),
  result: shallowRef<FaceResult | null>(null),
  error: shallowRef<unknown>(null),
  /** The picture of a check that failed, shown to the learner alone. */
  picture: ref<string | null>(null),
});
type Board = ReturnType<typeof createBoard>;

const keepPicture = (board: Board, burst: Burst | null) => {
  if (board.picture.value) URL.revokeObjectURL(board.picture.value);
  const frame = burst?.frames[Math.floor(burst.frames.length / 2)];
  board.picture.value = frame ? URL.createObjectURL(frame.blob) : null;
};

type Tools = {
  board: Board;
  door: FaceCheckDoor;
  guide: ReturnType<typeof useFaceGuide>;
  voice: ReturnType<typeof usePromptVoice>;
};

const record = ({ board, guide, voice }: Tools, video: HTMLVideoElement, challenge: Challenge) =>
  captureBurst({
    video,
    actions: challenge.actions,
    perActionMs: challenge.perActionMs,
    guide,
    say: (prompt) => voice.say(prompt),
    onPrompt: (prompt, index) => {
      board.prompt.value = prompt;
      board.promptIndex.value = index;
      board.clock.value = null;
    },
    onClock: (_prompt, lengthMs) => {
      board.clock.value = { startedMs: performance.now(), lengthMs };
    },
  });

const attempt = async (tools: Tools, video: HTMLVideoElement, another: boolean) => {
  const { board, door, voice } = tools;
  board.error.value = null;
  board.result.value = null;
  const challenge = await door.challenge(another);
  board.promptsInAll.value = challenge.actions.length;
  board.phase.value = 'acting';
  const burst = await record(tools, video, challenge);
  keepPicture(board, burst);
  board.phase.value = 'judging';
  const result = await door.judge(challenge, burst);
  board.result.value = result;
  board.phase.value = result.outcome === 'matched' ? 'done' : 'failed';
  if (result.outcome === 'matched') void voice.say('done');
};

/** One face check: framing, prompts, the server's judgement, and another try. */
export const useFaceCheck = (door: FaceCheckDoor) => {
  const board = createBoard();
  const guide = useFaceGuide();
  const voice = usePromptVoice();
  voice.preload();
  onScopeDispose(() => {
    voice.hush();
    keepPicture(board, null);
  });
  return {
    ...board,
    guide,
    muted: voice.muted,
    /** Runs a check on the camera's picture; `another` draws other actions. */
    run: async (video: HTMLVideoElement, another = false) => {
      if (board.phase.value === 'acting' || board.phase.value === 'judging') return;
      try {
        await attempt({ board, door, guide, voice }, video, another);
      } catch (error) {
        board.error.value = error;
        board.phase.value = 'failed';
      }
    },
    again: () => {
      board.phase.value = 'framing';
      keepPicture(board, null);
    },
  };
};
