import { useInfiniteQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';

type Page<Item> = { readonly items: Item[]; readonly nextCursor: string | null };

/** A list read page by page with a cursor: its rows so far, and how to read on. */
export const useList = <Item, Filter>(
  name: string,
  filter: MaybeRefOrGetter<Filter>,
  read: (filter: Filter, cursor: string | undefined) => Promise<Page<Item>>,
) => {
  const query = useInfiniteQuery({
    queryKey: computed(() => [name, JSON.stringify(toValue(filter))]),
    queryFn: ({ pageParam }) => read(toValue(filter), pageParam ?? undefined),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<Item>) => last.nextCursor,
  });
  return {
    query,
    items: computed<Item[]>(() => query.data.value?.pages.flatMap((page) => page.items) ?? []),
    hasMore: computed(() => query.hasNextPage.value),
    isReadingOn: computed(() => query.isFetchingNextPage.value),
    readOn: () => void query.fetchNextPage(),
  };
};
