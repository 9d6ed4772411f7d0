import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { call } from './http.ts';
import type { Notice } from './wire.ts';

/** The in-app copies of all notices, newest first. */
export const useNotices = () => {
  const client = useQueryClient();
  return {
    query: useQuery({
      queryKey: ['notices'],
      queryFn: () => call<{ items: Notice[]; nextCursor: string | null }>('GET', '/api/me/notices'),
      refetchInterval: 30_000,
    }),
    reading: useMutation({
      mutationFn: (id: string) => call<unknown>('POST', `/api/me/notices/${id}/read`),
      onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
    }),
  };
};
