import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { client, take } from './client.ts';

/** The in-app copies of all notices, newest first. */
export const useNotices = () => {
  const queries = useQueryClient();
  return {
    query: useQuery({
      queryKey: ['notices'],
      queryFn: () => take(client.GET('/api/me/notices')),
      refetchInterval: 30_000,
    }),
    reading: useMutation({
      mutationFn: (id: string) =>
        take(client.POST('/api/me/notices/{id}/read', { params: { path: { id } } })),
      onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
    }),
  };
};
