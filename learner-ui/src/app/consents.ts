import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { CONSENT_VERSION, type ConsentKind } from '@xuzheng/engine';
import { computed } from 'vue';
import { call } from './http.ts';

type ConsentView = {
  kind: ConsentKind;
  version: string;
  givenAt: string;
  withdrawnAt: string | null;
};

/** The two consents to the use of one's face: given apart, withdrawn apart. */
export const useConsents = () => {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['consents'],
    queryFn: () => call<{ items: ConsentView[] }>('GET', '/api/me/consents'),
  });
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['consents'] }),
      client.invalidateQueries({ queryKey: ['profile'] }),
    ]);
  const live = (kind: ConsentKind) =>
    query.data.value?.items.find(
      (consent) =>
        consent.kind === kind &&
        consent.withdrawnAt === null &&
        consent.version === CONSENT_VERSION,
    ) ?? null;
  return {
    query,
    live,
    both: computed(() => live('useFace') !== null && live('keepFrames') !== null),
    give: useMutation({
      mutationFn: (kind: ConsentKind) =>
        call<unknown>('PUT', `/api/me/consents/${kind}`, { version: CONSENT_VERSION }),
      onSettled: refresh,
    }),
    withdraw: useMutation({
      mutationFn: (kind: ConsentKind) => call<unknown>('DELETE', `/api/me/consents/${kind}`),
      onSettled: refresh,
    }),
  };
};
