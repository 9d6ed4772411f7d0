import { MutationCache, QueryCache, QueryClient } from '@tanstack/vue-query';
import { problemOf } from '@xuzheng/learner-ui/look';

const isSilence = (status: number) => status === 0 || status >= 500;

/** Server state of the app. A lost session is told once, whatever question it was noticed at. */
export const createQueries = (onSignedOut: () => void): QueryClient => {
  const notice = (error: unknown) => {
    if (problemOf(error)?.status === 401) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: notice }),
    mutationCache: new MutationCache({ onError: notice }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // A refusal is an answer; only silence and faults are worth another try.
        retry: (count, error) => isSilence(problemOf(error)?.status ?? 0) && count < 2,
      },
    },
  });
};
