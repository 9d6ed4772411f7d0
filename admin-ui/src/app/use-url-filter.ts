import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** Filters that live in the URL: a page can be sent to a colleague, and back means back. */
export const useUrlFilter = <Name extends string>(names: readonly Name[]) => {
  const route = useRoute();
  const router = useRouter();
  const values = computed(
    () =>
      Object.fromEntries(
        names.flatMap((name) => {
          const value = route.query[name];
          return typeof value === 'string' && value !== '' ? [[name, value]] : [];
        }),
      ) as Partial<Record<Name, string>>,
  );
  const set = (name: Name, value: string | undefined): void => {
    const { [name]: _before, ...rest } = route.query;
    void router.replace({ query: value ? { ...rest, [name]: value } : rest });
  };
  return { values, set };
};
