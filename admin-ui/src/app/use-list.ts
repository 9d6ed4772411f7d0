import { useInfiniteQuery, useQuery, type QueryKey } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter, type Ref } from 'vue';

type Page<Row> = { readonly items: Row[]; readonly nextCursor: string | null };

/** The rows of a page as far as they are read, what stands in the way, and how to read on. */
export type List<Row> = {
  readonly items: Readonly<Ref<readonly Row[]>>;
  readonly isPending: Readonly<Ref<boolean>>;
  readonly error: Readonly<Ref<unknown>>;
  readonly hasMore: Readonly<Ref<boolean>>;
  readonly isReadingOn: Readonly<Ref<boolean>>;
  readonly readOn: () => void;
  readonly retry: () => void;
};

/** A list read page by page with a cursor; its first page alone looks again as often as said. */
export const useList = <Row, Filter>(
  name: string,
  filter: MaybeRefOrGetter<Filter>,
  read: (filter: Filter, cursor: string | undefined) => Promise<Page<Row>>,
  refetchInterval?: number,
): List<Row> => {
  const query = useInfiniteQuery({
    queryKey: computed(() => [name, JSON.stringify(toValue(filter))]),
    queryFn: ({ pageParam }) => read(toValue(filter), pageParam ?? undefined),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<Row>) => last.nextCursor,
    // Whoever has read on is not thrown about by rows that come in above.
    refetchInterval: ({ state }) =>
      (state.data?.pages.length ?? 0) <= 1 ? (refetchInterval ?? false) : false,
  });
  return {
    items: computed<Row[]>(() => query.data.value?.pages.flatMap((page) => page.items) ?? []),
    isPending: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    isReadingOn: query.isFetchingNextPage,
    readOn: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
};

/** A list short enough to be read at once, with the answer it came in; asked again as often as said. */
export const useWholeList = <Row, Answer extends { readonly items: Row[] }>(
  queryKey: QueryKey,
  read: () => Promise<Answer & { readonly items: Row[] }>,
  refetchInterval?: number,
): List<Row> & { readonly answer: Readonly<Ref<Answer | undefined>> } => {
  const query = useQuery({ queryKey, queryFn: read, refetchInterval: refetchInterval ?? false });
  return {
    answer: computed<Answer | undefined>(() => query.data.value),
    items: computed<Row[]>(() => query.data.value?.items ?? []),
    isPending: query.isPending,
    error: query.error,
    hasMore: computed(() => false),
    isReadingOn: computed(() => false),
    readOn: () => undefined,
    retry: () => void query.refetch(),
  };
};
