import { useQuery } from '@tanstack/vue-query';
import { call } from './http.ts';

type Contacts = { service: string[]; platform: string; warnings: string[] };

/** Service numbers and warnings: public, policy data, asked once. */
export const useContacts = () =>
  useQuery({
    queryKey: ['contacts'],
    queryFn: () => call<Contacts>('GET', '/api/contacts'),
    staleTime: Infinity,
  });
