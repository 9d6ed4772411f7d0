import { useQuery } from '@tanstack/vue-query';
import { client, take } from './client.ts';

/** Service numbers and warnings: public, policy data, asked once. */
export const useContacts = () =>
  useQuery({
    queryKey: ['contacts'],
    queryFn: () => take(client.GET('/api/contacts')),
    staleTime: Infinity,
  });
