import { onScopeDispose, reactive, type InjectionKey } from 'vue';

export type EvidenceImage =
  | { readonly state: 'loading' }
  | { readonly state: 'shown'; readonly url: string }
  | { readonly state: 'absent' };

export type EvidenceImages = {
  readonly of: (address: string) => EvidenceImage | undefined;
  readonly show: (address: string) => void;
};

export const evidenceImagesKey: InjectionKey<EvidenceImages> = Symbol('evidence images');

/**
 * Pictures of a case, fetched when somebody asks to see them and then kept for the visit: every
 * fetch is a view that the learner can read of, so none is made twice or ahead of need.
 */
export const useEvidenceImages = (get: typeof fetch = fetch): EvidenceImages => {
  const images = reactive(new Map<string, EvidenceImage>());
  const read = async (address: string): Promise<EvidenceImage> => {
    const answer = await get(address).catch(() => null);
    if (!answer?.ok) return { state: 'absent' };
    return { state: 'shown', url: URL.createObjectURL(await answer.blob()) };
  };
  onScopeDispose(() => {
    for (const image of images.values())
      if (image.state === 'shown') URL.revokeObjectURL(image.url);
  });
  return {
    of: (address) => images.get(address),
    show: (address) => {
      const known = images.get(address);
      if (known !== undefined && known.state !== 'absent') return;
      images.set(address, { state: 'loading' });
      void read(address).then((image) => images.set(address, image));
    },
  };
};
