import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { CONSENT_VERSION, type ConsentKind } from '@xuzheng/engine';
import { computed } from 'vue';
import { client, take } from './client.ts';
import { chooseWithoutFace } from './study-path.ts';

const at = (kind: ConsentKind) => ({ params: { path: { kind } } });

/** The two consents to the use of one's face: given apart, withdrawn apart. */
export const useConsents = () => {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['consents'],
    queryFn: () => take(client.GET('/api/me/consents')),
  });
  const refresh = () =>
    Promise.all(
      ['consents', 'profile', 'kept-frames'].map((key) =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    );
  const live = (kind: ConsentKind) =>
    query.data.value?.items.find((consent) => consent.kind === kind && consent.live) ?? null;
  return {
    query,
    live,
    both: computed(() => live('useFace') !== null && live('keepFrames') !== null),
    give: useMutation({
      mutationFn: (kind: ConsentKind) =>
        take(
          client.PUT('/api/me/consents/{kind}', {
            ...at(kind),
            body: { version: CONSENT_VERSION },
          }),
        ),
      // Who agrees again wants the camera back.
      onSuccess: () => chooseWithoutFace(false),
      onSettled: refresh,
    }),
    withdraw: useMutation({
      mutationFn: (kind: ConsentKind) => take(client.DELETE('/api/me/consents/{kind}', at(kind))),
      onSettled: refresh,
    }),
  };
};
