import { useQuery, type QueryClient } from '@tanstack/vue-query';
import { computed, ref, toValue, type MaybeRefOrGetter } from 'vue';
import { client, take } from './client.ts';
import type { EnrolmentDetail, Lesson } from './wire.ts';

/** The lifecycle answers what was written within seconds; so long the pages look often. */
const ANSWER_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 1_500;
let expectedUntilMs = 0;

/**
 * To be called when the learner has done what the lifecycle answers by itself (a lesson completed, an
 * exam handed in, the profile filled): what the pages show of enrolments is read again at once, and
 * often until the answer must have come.
 */
export async function expectAnswer(queries: QueryClient): Promise<void> {
  expectedUntilMs = performance.now() + ANSWER_WITHIN_MS;
  await queries.invalidateQueries({ queryKey: ['enrolments'] });
}

const pauseOf = (calmMs: number): number =>
  performance.now() < expectedUntilMs ? LOOK_EVERY_MS : calmMs;

const chosen = ref(localStorage.getItem('xz.enrolment'));

/** The learner's enrolments, and the one they look at: chosen on this device, else the newest. */
export const useEnrolments = () => {
  const query = useQuery({
    queryKey: ['enrolments'],
    queryFn: () => take(client.GET('/api/me/enrolments')),
    refetchInterval: () => pauseOf(30_000),
  });
  const items = computed(() => query.data.value ?? []);
  return {
    query,
    items,
    current: computed(() => items.value.find(({ id }) => id === chosen.value) ?? items.value[0]),
    choose: (id: string) => {
      chosen.value = id;
      localStorage.setItem('xz.enrolment', id);
    },
  };
};

/** While the registry or the system works, its answer is a matter of seconds. */
const MACHINES = ['registry', 'system'];

/** One enrolment with its courses and lessons; a page that stays open learns what has changed. */
export const useEnrolment = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['enrolments', toValue(id)]),
    queryFn: () =>
      take(client.GET('/api/me/enrolments/{id}', { params: { path: { id: toValue(id) } } })),
    refetchInterval: ({ state }) =>
      MACHINES.includes(state.data?.explanation.owner ?? '') ? 2_000 : pauseOf(15_000),
  });

/** A lesson that is still to be studied beside this one; undefined when this one is the last. */
export const lessonBeside = (enrolment: EnrolmentDetail, lessonId: string): Lesson | undefined =>
  enrolment.courses
    .flatMap(({ lessons }) => lessons)
    .find(({ id, completedAt }) => !completedAt && id !== lessonId);
