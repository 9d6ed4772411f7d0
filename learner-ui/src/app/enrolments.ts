import { useQuery } from '@tanstack/vue-query';
import { computed, ref, toValue, type MaybeRefOrGetter } from 'vue';
import { client, take } from './client.ts';

const chosen = ref(localStorage.getItem('xz.enrolment'));

/** The learner's enrolments, and the one they look at: chosen on this device, else the newest. */
export const useEnrolments = () => {
  const query = useQuery({
    queryKey: ['enrolments'],
    queryFn: () => take(client.GET('/api/me/enrolments')),
    refetchInterval: 30_000,
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
      MACHINES.includes(state.data?.explanation.owner ?? '') ? 2_000 : 15_000,
  });
