import { useDocumentVisibility, useIntervalFn } from '@vueuse/core';
import { onBeforeUnmount, onMounted, watch, type Ref } from 'vue';
import type { StudyRun } from './study-run.ts';

/** The lesson stands still for the network's sake: that is no pause of the learner's. */
const standsStill = (run: StudyRun): boolean => run.held.value || run.videoLost.value;

/** Beats at every change and every few seconds; quicker looks for what was lost. */
const useBeats = (run: StudyRun) => {
  let sinceBeat = 0;
  const tick = () => {
    sinceBeat += 1;
    run.hold();
    if (!run.connected.value) void run.flush();
    if (sinceBeat < run.view.value.beatEverySeconds) return;
    sinceBeat = 0;
    if (!standsStill(run)) run.beat();
  };
  const { pause } = useIntervalFn(tick, 1000);
  watch(
    () => run.view.value.ended || run.refused.value !== null,
    (over) => over && pause(),
    { immediate: true },
  );
  return { restart: () => (sinceBeat = 0) };
};

/** The video follows the session: it plays when it may, and the server hears of every change. */
export const useLessonScreen = (run: StudyRun, video: Ref<HTMLVideoElement | null>) => {
  const visibility = useDocumentVisibility();
  const beats = useBeats(run);
  const tell = () => {
    if (run.view.value.ended || standsStill(run)) return;
    beats.restart();
    run.beat();
  };
  let player: ReturnType<StudyRun['attach']> | null = null;
  const obey = async () => {
    if (player === null) return;
    if (!run.mayPlay.value) return player.pause();
    run.tapNeeded.value = !(await player.play());
  };

  onMounted(() => {
    if (video.value === null) return;
    player = run.attach(video.value);
    for (const event of ['play', 'pause', 'ended'] as const) {
      video.value.addEventListener(event, tell);
    }
    void obey();
  });
  watch(run.mayPlay, obey);
  // A video that was fetched again has forgotten that it played.
  watch(run.videoLost, (lost) => void (lost || obey()));
  watch(visibility, (now) => {
    run.visible.value = now === 'visible';
    tell();
    const pausedFor = run.view.value.pausedBecause;
    const comesBack = run.visible.value && run.view.value.state === 'paused';
    if (comesBack && pausedFor !== 'learner') void run.resume().catch(() => undefined);
  });
  onBeforeUnmount(() => {
    for (const event of ['play', 'pause', 'ended'] as const) {
      video.value?.removeEventListener(event, tell);
    }
    run.detach();
  });
  return { obey };
};
