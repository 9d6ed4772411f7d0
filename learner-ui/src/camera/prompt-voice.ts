import type { LivenessPrompt } from '@xuzheng/engine';
import { ref, watch, type Ref } from 'vue';

/** What the recorded voice can say. */
export const SPOKEN = ['openMouth', 'turnLeft', 'turnRight', 'nod', 'lookAhead', 'done'] as const;
export type Spoken = (typeof SPOKEN)[number] & (LivenessPrompt | 'lookAhead' | 'done');

export interface PromptVoice {
  /** Remembered on this device: whoever mutes the voice once means the next check as well. */
  muted: Ref<boolean>;
  /** Fetches every recording, so that none comes late. */
  preload(): void;
  /** Resolves when it has been said; at once when muted or when the browser plays no sound. */
  say(what: Spoken): Promise<void>;
  /** Ends what is being said. */
  hush(): void;
}

const FILES: Record<Spoken, string> = {
  openMouth: 'open-mouth',
  turnLeft: 'turn-left',
  turnRight: 'turn-right',
  nod: 'nod',
  lookAhead: 'look-ahead',
  done: 'done',
};

/** No recording is longer; a player that never ends must not hold the check up. */
const SPEECH_AT_MOST_MS = 2500;

const MUTED = 'xz.muted';
const muted = ref(localStorage.getItem(MUTED) === 'yes');
watch(muted, (now) => localStorage.setItem(MUTED, now ? 'yes' : 'no'));

/** The recorded voice of the prompts (Handbook §1: 听到动作提示语). */
export function usePromptVoice(): PromptVoice {
  const players = new Map<Spoken, HTMLAudioElement>();
  let running: { player: HTMLAudioElement; end: () => void } | null = null;

  function playerOf(what: Spoken): HTMLAudioElement {
    const known = players.get(what);
    if (known) return known;
    const player = new Audio(`/voice/${FILES[what]}.mp3`);
    player.preload = 'auto';
    players.set(what, player);
    return player;
  }
  function hush(): void {
    running?.player.pause();
    running?.end();
    running = null;
  }
  async function say(what: Spoken): Promise<void> {
    hush();
    if (muted.value) return;
    const player = playerOf(what);
    player.currentTime = 0;
    await new Promise<void>((end) => {
      running = { player, end };
      const timer = setTimeout(end, SPEECH_AT_MOST_MS);
      const stop = () => {
        clearTimeout(timer);
        end();
      };
      player.addEventListener('ended', stop, { once: true });
      player.addEventListener('error', stop, { once: true });
      player.play().catch(stop);
    });
  }
  return { muted, preload: () => SPOKEN.forEach((what) => playerOf(what).load()), say, hush };
}
