import { useQuery } from '@tanstack/vue-query';
import { computed, ref, toValue, type MaybeRefOrGetter } from 'vue';
import { client, take } from './client.ts';

/** Who works on an enrolment while its page waits for seconds, not for a person. */
const MACHINES = ['registry', 'system'];
const SOON_MS = 2_000;

/**
 * How long a page waits before it looks again: a moment while a machine has the next step, longer and
 * longer when that takes its time (a registry can be away for hours), else the page's calm pace.
 */
const pauses = (calmMs: number) => {
  let since: number | null = null;
  return (owners: readonly string[], looks: number): number => {
    const waiting = owners.some((owner) => MACHINES.includes(owner));
    // Another enrolment's looks are counted from their own beginning.
    since = waiting ? Math.min(since ?? looks, looks) : null;
    return since === null ? calmMs : Math.min(calmMs, SOON_MS * 1.2 ** (looks - since));
  };
};

const chosen = ref(localStorage.getItem('xz.enrolment'));

/** The learner's enrolments, and the one they look at: chosen on this device, else the newest. */
export const useEnrolments = () => {
  const pause = pauses(30_000);
  const query = useQuery({
    queryKey: ['enrolments'],
    queryFn: () => take(client.GET('/api/me/enrolments')),
    refetchInterval: ({ state }) =>
      pause(state.data?.map(({ explanation }) => explanation.owner) ?? [], state.dataUpdateCount),
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

/** One enrolment with its courses and lessons; a page that stays open learns what has changed. */
export const useEnrolment = (id: MaybeRefOrGetter<string>) => {
  const pause = pauses(15_000);
  return useQuery({
    queryKey: computed(() => ['enrolments', toValue(id)]),
    queryFn: () =>
      take(client.GET('/api/me/enrolments/{id}', { params: { path: { id: toValue(id) } } })),
    refetchInterval: ({ state }) =>
      pause(state.data ? [state.data.explanation.owner] : [], state.dataUpdateCount),
  });
};
