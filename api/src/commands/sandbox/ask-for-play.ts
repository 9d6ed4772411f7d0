import { ok, refuse, type Result, type SandboxPlay, type SandboxPlayState } from '@xuzheng/engine';
import { enrolmentShown } from '../../db/enrolments-listed.ts';
import { insertPlay, playById, type SandboxPlayRow } from '../../db/sandbox-plays.ts';
import type { Deps } from '../../deps.ts';
import type { SandboxPlayView } from '../../schemas/sandbox.ts';
import { iso, isoOrNull } from '../../schemas/shared.ts';

type Sandbox = Pick<Deps, 'db' | 'clock' | 'config'>;

const playView = (row: SandboxPlayRow): SandboxPlayView => ({
  id: row.id,
  enrolmentId: row.enrolmentId,
  play: row.play as SandboxPlay,
  state: row.state as SandboxPlayState,
  fault: row.fault,
  askedAt: iso(row.askedAt),
  endedAt: isoOrNull(row.endedAt),
});

/**
 * Asks a stand-in to act in an enrolment; plays of one enrolment run one after the other. Refuses
 * `sandbox/notHere` in a real installation, `enrolment/notFound`.
 */
export async function askForPlay(
  { db, clock, config }: Sandbox,
  asked: { readonly enrolmentId: string; readonly play: SandboxPlay },
): Promise<Result<SandboxPlayView>> {
  if (!config.sandbox) return refuse('sandbox/notHere');
  if ((await enrolmentShown(db, asked.enrolmentId)) === null) return refuse('enrolment/notFound');
  return ok(playView(await insertPlay(db, { ...asked, askedAt: new Date(clock.now()) })));
}

/** What has become of a play. Refuses `sandbox/notHere`, `request/notFound`. */
export async function readPlay({ db, config }: Sandbox, id: string) {
  if (!config.sandbox) return refuse('sandbox/notHere');
  const row = await playById(db, id);
  return row === undefined ? refuse('request/notFound') : ok(playView(row));
}
