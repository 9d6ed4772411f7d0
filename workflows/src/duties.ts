import { proxyActivities, sleep } from '@temporalio/workflow';
import type { Duty, LifecycleEvent, LifecycleSnapshot } from '@xuzheng/engine';
import type { LifecycleActivities, RegistryAnswer } from './activities.ts';

/** Away databases come back: these are tried until they are done. */
export const shell = proxyActivities<LifecycleActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '30 seconds' },
});

/** The one call that must not be repeated blindly: what became of it is asked, not tried again. */
const registry = proxyActivities<Pick<LifecycleActivities, 'requestRenewal' | 'queryRenewal'>>({
  startToCloseTimeout: '20 seconds',
  retry: { maximumAttempts: 1 },
});

const QUERY_FIRST_MS = 500;
const QUERY_AT_MOST_MS = 15 * 60_000;

/** Does what a state owes the world, and comes back with the event it was waiting for. */
export async function attend(duty: Duty, snapshot: LifecycleSnapshot): Promise<LifecycleEvent> {
  const { enrolmentId } = snapshot.context;
  switch (duty) {
    case 'recordVerdict':
      return recordVerdict(snapshot);
    case 'recordAppeal':
      await shell.recordAppeal({ enrolmentId, snapshot });
      return { type: 'RECORDED', at: Date.now(), what: 'appealFiled' };
    case 'recordAppealDecision':
      await shell.recordAppealDecision({ enrolmentId, snapshot });
      return { type: 'RECORDED', at: Date.now(), what: 'appealDecided' };
    case 'reportHours':
      // Handbook §4: the certificate of hours can be printed now, whatever the registry does.
      await shell.issueHoursCertificate({ enrolmentId });
      await shell.reportHours({ enrolmentId });
      return { type: 'HOURS_REPORTED', at: Date.now() };
    case 'requestRenewal':
      return renewalEvent(enrolmentId, await answered(registry.requestRenewal({ enrolmentId })));
    case 'queryRegistry':
      await sleep(Math.min(QUERY_AT_MOST_MS, QUERY_FIRST_MS * 2 ** snapshot.context.registryAsks));
      return renewalEvent(enrolmentId, await answered(registry.queryRenewal({ enrolmentId })));
  }
}

async function recordVerdict(snapshot: LifecycleSnapshot): Promise<LifecycleEvent> {
  const { enrolmentId } = snapshot.context;
  const recording = await shell.recordVerdict({ enrolmentId, snapshot });
  const at = Date.now();
  if (recording.outcome === 'stale') {
    return { type: 'STALE', at, evidenceVersion: recording.evidenceVersion };
  }
  const { outcome: _, ...until } = recording;
  return { type: 'RECORDED', at, what: 'verdict', ...until };
}

/** A call that failed or never came back has an unknown outcome: it may have happened. */
const answered = (call: Promise<RegistryAnswer>): Promise<RegistryAnswer> =>
  call.catch(() => ({ answer: 'unknown' }));

async function renewalEvent(enrolmentId: string, word: RegistryAnswer): Promise<LifecycleEvent> {
  switch (word.answer) {
    case 'confirmed':
      await shell.completeRenewal({ enrolmentId, number: word.number });
      return { type: 'REGISTRY_CONFIRMED', at: Date.now() };
    case 'refused':
      await shell.refuseRenewal({ enrolmentId, reason: word.reason });
      return { type: 'REGISTRY_REFUSED', at: Date.now() };
    case 'notFound':
      return { type: 'REGISTRY_NOT_FOUND', at: Date.now() };
    case 'unknown':
      return { type: 'REGISTRY_UNKNOWN', at: Date.now() };
  }
}
