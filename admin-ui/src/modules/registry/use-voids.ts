import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { useWords } from '@xuzheng/learner-ui/look';
import { client, take } from '../../app/client.ts';
import { useCommand } from '../../app/use-command.ts';
import { tellDone, tellProblem } from '../../ui/toast.ts';

type Approval = { readonly certificateId: string; readonly reason: string };

/** Approving a void, and asking the registry for it again. */
export function useVoids(onApproved: () => void) {
  const { t, problemWords } = useWords();
  const queries = useQueryClient();
  const approve = useCommand<Approval, unknown>({
    send: ({ certificateId, reason, commandId }) =>
      take(
        client.POST('/api/certificates/{id}/registry-void', {
          params: { path: { id: certificateId } },
          body: { commandId, reason },
        }),
      ),
    changes: [['registry'], ['certificates']],
    onDone: () => {
      onApproved();
      tellDone(t('registry.approved'));
    },
  });
  const hurry = useMutation({
    mutationFn: (id: string) =>
      take(client.POST('/api/registry/voids/{id}/retry', { params: { path: { id } } })),
    onSuccess: () => tellDone(t('registry.hurried')),
    onError: (error) => tellProblem(problemWords(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['registry'] }),
  });
  return { approve, hurry };
}
