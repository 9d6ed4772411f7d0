import type { Instant } from '../calendar/day.ts';
import type { LifecycleSnapshot } from './lifecycle-types.ts';
import { tagsOf } from './tags.ts';

export type StepKey = 'phone' | 'profile' | 'hours' | 'exam' | 'audit' | 'renewal';

/** One stop of the lifecycle as the stepper draws it. */
export type LifecycleStep = {
  readonly key: StepKey;
  readonly labelZh: string;
  readonly labelEn: string;
  readonly status: 'done' | 'current' | 'todo' | 'skipped';
  readonly at?: Instant;
};

const LABELS: Record<StepKey, readonly [string, string]> = {
  phone: ['核实手机', 'Phone'],
  profile: ['完善档案', 'Profile'],
  hours: ['在线学习', 'Study'],
  exam: ['在线考核', 'Exam'],
  audit: ['学时审核', 'Audit'],
  renewal: ['证书更新', 'Renewal'],
};

/** The way through the lifecycle, in order; more than one stop can be current at once. */
export function steps(snapshot: LifecycleSnapshot): LifecycleStep[] {
  const { context } = snapshot;
  const tags = tagsOf(snapshot);
  const has = (...wanted: string[]): boolean => wanted.some((tag) => tags.includes(tag));
  const step = (
    key: StepKey,
    done: Instant | null,
    current: boolean,
    skipped = false,
  ): LifecycleStep => ({
    key,
    labelZh: LABELS[key][0],
    labelEn: LABELS[key][1],
    status: skipped ? 'skipped' : done !== null ? 'done' : current ? 'current' : 'todo',
    ...(done === null ? {} : { at: done }),
  });
  const reached = has('hours.complete') || context.hoursCompletedAt !== null;
  return [
    step('phone', context.phoneVerifiedAt, has('verifyingPhone')),
    step('profile', context.profileCompletedAt, has('completingProfile')),
    step('hours', reached ? context.hoursCompletedAt : null, has('hours.studying')),
    step('exam', context.examPassedAt, has('exam.open'), !context.examRequired),
    step('audit', context.acceptedAt, has('audit.open', 'audit.recording')),
    step(
      'renewal',
      context.renewedAt,
      tags.some((tag) => tag.startsWith('renewal.') && tag !== 'renewal.unavailable'),
    ),
  ];
}
