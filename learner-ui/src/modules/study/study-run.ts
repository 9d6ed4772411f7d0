import { computed } from 'vue';
import { changeStudy, readStudy, sendBeats, type SessionShort, type SessionView } from './api.ts';
import { createBeatQueue, type BeatQueue } from './beat-queue.ts';
import { guardLesson, type LessonVideo } from './lesson-video.ts';
import { createPauseWish, type PauseWish } from './pause-wish.ts';
import { createSessionActor } from './session-actor.ts';
import { createFacts, createShutter, serverClock, type StudyFacts } from './study-facts.ts';
import { keepStudy, type KeptStudy } from './study-memory.ts';
import { followNews } from './study-news.ts';

const ruleOf = (first: SessionView) => ({
  recheckAnswerSeconds: first.recheckAnswerSeconds,
  recheckTries: Math.max(1, first.faceTriesLeft),
  unacknowledgedPauseSeconds: first.unacknowledgedPauseSeconds,
});

/** The lesson's video while a screen shows it. */
const createStage = (facts: StudyFacts) => {
  let player: LessonVideo | null = null;
  return {
    position: () => player?.position() ?? facts.view.value.positionSeconds,
    playing: () => player?.playing() ?? false,
    pause: () => player?.pause(),
    attach: (video: HTMLVideoElement) => {
      const { positionSeconds } = facts.view.value;
      const onLost = (lost: boolean) => (facts.videoLost.value = lost);
      player = guardLesson(video, positionSeconds, () => performance.now(), onLost);
      return player;
    },
    detach: () => {
      player?.pause();
      player?.release();
      player = null;
      facts.videoLost.value = false;
    },
  };
};

/** What is kept of a session in this browser. */
const keptOf = (view: SessionView, beats: KeptStudy['beats']): KeptStudy => ({
  lessonId: view.lesson.id,
  sessionId: view.id,
  leaseToken: view.leaseToken,
  beats,
});

/** What is saved and what did not count, why; before the first second, how it was the time before. */
const receiptOf = ({ totals, receipt, lastReceipt, savedSeconds }: SessionView) => {
  if (totals.elapsedSeconds > 0) return receipt;
  return lastReceipt ?? (savedSeconds > 0 ? receipt : null);
};

const queueFor = (first: SessionView, facts: StudyFacts, follow: (view: SessionShort) => void) =>
  createBeatQueue({
    ackSeq: first.ackSeq,
    now: () => performance.now(),
    send: (beats) => sendBeats(first.id, facts.view.value.leaseToken, beats),
    onReceipt: (receipt) => follow(receipt.session),
    onRefused: (error) => {
      facts.refused.value = error;
      // Why it was refused is in the session itself: taken over, or over.
      void readStudy(first.id).then(follow, () => undefined);
    },
    onConnection: (connected) => (facts.connected.value = connected),
    onWaiting: (beats) => {
      // A page that has begun another session must not put this one in its place.
      if (!facts.stopped.value) keepStudy(keptOf(facts.view.value, beats));
    },
  });

const mayPlay = ({ visible, held }: StudyFacts, state: string): boolean =>
  state === 'playing' && visible.value && !held.value;

const waitsTooLong = ({ view }: StudyFacts, queue: BeatQueue): boolean =>
  queue.unacknowledgedSeconds() >= view.value.unacknowledgedPauseSeconds;

/** What a beat says: where the lesson is, and what it does from now on. */
const claimOf = (facts: StudyFacts, stage: ReturnType<typeof createStage>) => ({
  positionSeconds: stage.position(),
  playing: stage.playing(),
  visible: facts.visible.value,
  clientAt: new Date().toISOString(),
});

/**
 * One study session in the page, from the server's first view to its last. It lives outside of
 * components: a screen that comes and goes changes nothing about it.
 */
export const createStudyRun = (first: SessionView, camera: () => HTMLVideoElement | null) => {
  const facts = createFacts(first);
  const clock = serverClock(first);
  const actor = createSessionActor(first, ruleOf(first), clock.now);
  const stage = createStage(facts);
  const shoot = createShutter(camera, (view) => follow(view));
  const follow = (view: SessionShort) => {
    // An answer that a newer one has overtaken on the way tells what was, not what is.
    if (view.revision < facts.view.value.revision) return;
    clock.learn(view);
    facts.view.value = { ...facts.view.value, ...view };
    if (wish.outlasts(view)) wish.renew();
    else actor.follow(view);
    void shoot(view);
    if (view.ended) deafen();
  };
  const deafen = followNews(first.id, async () => follow(await readStudy(first.id)));
  const queue = queueFor(first, facts, follow);
  keepStudy(keptOf(first, []));
  const beat = () => void (facts.resuming.value || queue.add(claimOf(facts, stage)));
  const change = async (verb: StudyVerb) => {
    await queue.flush();
    follow(await changeStudy(first.id, verb));
  };
  const wish = createPauseWish(() => change('pause'));
  return {
    ...facts,
    ...{ beat, follow, state: actor.state, serverNow: clock.now },
    receipt: computed(() => receiptOf(facts.view.value)),
    mayPlay: computed(() => mayPlay(facts, actor.state.value)),
    stop: () => {
      facts.stopped.value = true;
      deafen();
      actor.stop();
    },
    ...{ attach: stage.attach, detach: stage.detach, flush: queue.flush },
    /** Stops the lesson when too much waits unacknowledged, and lets it go on when it arrived. */
    hold: () => (facts.held.value = waitsTooLong(facts, queue)),
    ...verbsOf({ facts, actor, stage, beat, change, wish }),
  };
};

type StudyVerb = 'pause' | 'resume' | 'end';

type Parts = {
  facts: StudyFacts;
  actor: ReturnType<typeof createSessionActor>;
  stage: ReturnType<typeof createStage>;
  beat: () => void;
  change: (verb: StudyVerb) => Promise<void>;
  wish: PauseWish;
};

const verbsOf = ({ facts, actor, stage, beat, change, wish }: Parts) => ({
  pause: async () => {
    actor.pause('learner');
    stage.pause();
    beat();
    await wish.say();
  },
  resume: async () => {
    wish.drop();
    facts.resuming.value = true;
    try {
      await change('resume');
    } finally {
      facts.resuming.value = false;
    }
  },
  end: () => change('end'),
});

export type StudyRun = ReturnType<typeof createStudyRun>;
