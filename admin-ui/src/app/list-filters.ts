import { dayOf } from '@xuzheng/engine';
import { computed, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { useUrlFilter } from './use-url-filter.ts';

type Option = { readonly value: string; readonly label: string };

/** One filter of a list, kept in the URL under its name. */
export type Filter<Name extends string = string> = {
  readonly name: Name;
  readonly label: string;
  readonly options: readonly Option[];
  /** Too many values for chips: a choice that opens. */
  readonly opens?: boolean;
  readonly testid?: string;
};

/** The filters of a page, what is chosen of each, and how to choose and to take all away. */
export type Filters<Name extends string = string> = {
  readonly offered: Readonly<Ref<readonly Filter<Name>[]>>;
  readonly values: Readonly<Ref<Partial<Record<Name, string>>>>;
  readonly isAny: Readonly<Ref<boolean>>;
  readonly set: (name: string, value: string | undefined) => void;
  readonly clear: () => void;
};

/** Draws up the filters of a page; a value from the URL that is not offered counts as none. */
export const useFilters = <const Name extends string>(
  draw: () => readonly Filter<Name>[],
): Filters<Name> => {
  const router = useRouter();
  const offered = computed(draw);
  const url = useUrlFilter<string>(draw().map(({ name }) => name));
  const values = computed(
    () =>
      Object.fromEntries(
        offered.value.flatMap(({ name, options }) => {
          const value = url.values.value[name];
          return options.some((option) => option.value === value) ? [[name, value]] : [];
        }),
      ) as Partial<Record<Name, string>>,
  );
  return {
    offered,
    values,
    isAny: computed(() => Object.keys(values.value).length > 0),
    set: url.set,
    clear: () => void router.replace({ query: {} }),
  };
};

/** The study years a list is asked for: last, this and next. */
export const studyYears = (): Option[] => {
  const now = Number(dayOf(Date.now()).slice(0, 4));
  return [now - 1, now, now + 1].map((year) => ({ value: `${year}`, label: `${year}` }));
};
