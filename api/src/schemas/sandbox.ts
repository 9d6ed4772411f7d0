import { SANDBOX_PLAY_STATES, SANDBOX_PLAYS } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { exact, instant, nullable, oneOf, uuid } from './shared.ts';

export const SandboxPlayBody = exact({ enrolmentId: uuid, play: oneOf(SANDBOX_PLAYS) });

export const SandboxPlaySchema = Type.Object({
  id: uuid,
  enrolmentId: uuid,
  play: oneOf(SANDBOX_PLAYS),
  state: oneOf(SANDBOX_PLAY_STATES),
  fault: nullable(
    Type.String({ description: 'Why it failed: the code of a refusal, if there was one' }),
  ),
  askedAt: instant,
  endedAt: nullable(instant),
});
export type SandboxPlayView = Static<typeof SandboxPlaySchema>;
