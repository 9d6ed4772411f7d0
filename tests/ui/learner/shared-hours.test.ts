import { expect, test } from 'vitest';
import CourseList from '../../../learner-ui/src/modules/training/CourseList.vue';
import { mounted } from './mounted.ts';

const lesson = (id: string, sharedFrom: object | null) => ({
  ...{ id, position: 1, title: id, topic: '', durationSeconds: 1800, creditHours: 0.7 },
  ...{ watchedSeconds: 1800, pendingSeconds: 0, resumeAtSeconds: 1800, posterUrl: null },
  ...{ completedAt: '2026-03-02T02:00:00.000Z', lastReceipt: null, sharedFrom },
});
const origin = {
  postLabel: { zh: '材料员', en: 'Materials keeper' },
  ...{ studyYear: 2026, at: '2026-03-02T02:00:00.000Z' },
};
const enrolment = {
  id: 'e1',
  study: { open: true, replay: false, code: null, sentence: null, missing: [] },
  courses: [
    {
      ...{ id: 'c1', title: '法律法规', kind: 'public' },
      lessons: [lesson('安全生产法', origin), lesson('职业道德', null)],
    },
  ],
};

test('a lesson studied for another post says where its public hours come from', () => {
  const rows = mounted(CourseList, { enrolment }).findAll('[data-testid="lesson"]');
  expect(rows[0]?.find('[data-testid="shared-from"]').text()).toBe('来自材料员的公需学时');
  expect(rows[0]?.text()).toContain('已学完');
  expect(rows[1]?.find('[data-testid="shared-from"]').exists()).toBe(false);
});
