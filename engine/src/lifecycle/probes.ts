import type { Instant } from '../calendar/day.ts';
import type { AuditClock, CommandEvent, CommandName, LifecycleContext } from './lifecycle-types.ts';

/** Somebody who has touched nothing. Not an id any person can have. */
const NOBODY = 'nobody';

const clockFrom = (at: Instant): AuditClock => ({
  dueAt: at,
  overdueAt: at,
  calendarVersion: 0,
  provisional: true,
  dueProvisional: true,
});

const soon = (at: Instant) => ({ until: at + 1, atMost: at + 1 });

/** The command as a person without a past would give it now, on the evidence of now. */
export function probeOf(name: CommandName, context: LifecycleContext, at: Instant): CommandEvent {
  const { evidenceVersion } = context;
  const by = NOBODY;
  switch (name) {
    case 'ACCEPT':
    case 'SIGN_CLEAR':
      return { type: name, at, by, evidenceVersion };
    case 'PROPOSE_CLEAR':
      return { type: name, at, by, evidenceVersion, reasonCode: '', textId: '', findingIds: [] };
    case 'PAUSE_AUDIT':
      return { type: name, at, by, reasonCode: 'systemFault', textId: null, ...soon(at) };
    case 'RESUME_AUDIT':
    case 'REJECT_PROPOSAL':
      return { type: name, at, by };
    case 'GRANT':
    case 'DISMISS':
      return { type: name, at, by, textId: '' };
    case 'FILE_APPEAL':
      return { type: name, at, appealId: '', textId: '' };
    case 'REOPEN':
      return { type: name, at, by, proposedBy: '', textId: '', clock: clockFrom(at) };
    default:
      return { type: name, at };
  }
}
