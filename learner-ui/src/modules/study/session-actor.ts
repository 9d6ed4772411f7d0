import {
  openSession,
  SESSION_STATES,
  sessionMachine,
  type PauseReason,
  type SessionRule,
  type SessionStateName,
} from '@xuzheng/engine';
import { shallowRef, type ShallowRef } from 'vue';
import { createActor } from 'xstate';
import type { SessionShort } from './api.ts';

/** The engine's name of a state the API told; an unknown one (a newer server) holds the lesson. */
const stateOf = (told: string): SessionStateName =>
  SESSION_STATES.find((known) => known === told) ?? 'paused';

export type SessionActor = {
  state: ShallowRef<SessionStateName>;
  /** What the learner or the page does, seen at once and settled by the server's answer. */
  pause: (reason: PauseReason) => void;
  /** The server is the authority: where it differs, the page follows. */
  follow: (view: SessionShort) => void;
  stop: () => void;
};

/**
 * The engine's session machine, run as an actor outside of any component. It answers the learner at
 * once; every answer of the server replaces what it guessed.
 */
export const createSessionActor = (
  first: SessionShort,
  rule: SessionRule,
  serverNow: () => number,
): SessionActor => {
  const { context } = openSession(Date.parse(first.serverTime), rule);
  const actorAt = (value: SessionStateName) =>
    createActor(sessionMachine, {
      input: { at: serverNow(), rule },
      snapshot: sessionMachine.resolveState({ value, context }),
    });
  const state = shallowRef<SessionStateName>(stateOf(first.state));
  const run = (value: SessionStateName) => {
    const started = actorAt(value);
    started.subscribe((snapshot) => {
      state.value = snapshot.value as SessionStateName;
    });
    started.start();
    state.value = value;
    return started;
  };
  let actor = run(stateOf(first.state));
  return {
    state,
    pause: (reason) => actor.send({ type: 'PAUSE', reason, at: serverNow() }),
    follow: (view) => {
      const told = stateOf(view.state);
      if (told === state.value) return;
      actor.stop();
      actor = run(told);
    },
    stop: () => void actor.stop(),
  };
};
