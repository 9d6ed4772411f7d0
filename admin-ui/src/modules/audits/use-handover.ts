import { useWords } from '@xuzheng/learner-ui/look';
import { session } from '../../app/session.ts';
import { useCommand } from '../../app/use-command.ts';
import { tellDone } from '../../ui/toast.ts';
import { handOver, type Handover } from './api.ts';

/** Taking a case, giving it to a colleague, and giving it back are one command with three receivers. */
export const useHandover = (auditId: string, onDone: () => void) => {
  const { t } = useWords();
  const done = (toId: string | null) =>
    toId === null ? 'released' : toId === session.id.value ? 'taken' : 'given';
  return useCommand<Omit<Handover, 'commandId'>, Handover['toId']>({
    send: async (body) => {
      await handOver(auditId, body);
      return body.toId;
    },
    changes: [['audit', auditId], ['audits'], ['auditors']],
    onDone: (toId) => {
      tellDone(t(`audits.owner.${done(toId)}`));
      onDone();
    },
  });
};
