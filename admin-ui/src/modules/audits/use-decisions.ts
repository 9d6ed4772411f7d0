import { problemOf, useWords } from '@xuzheng/learner-ui/look';
import { ref } from 'vue';
import { useCommand } from '../../app/use-command.ts';
import { tellDone } from '../../ui/toast.ts';
import { accept, propose, reject, sign, type Proposal } from './api.ts';

type Seen = { readonly evidenceVersion: number };

const STALE = 'audit/evidenceStale';

/** The four decisions on a case. What was decided on old evidence is told, and the case read again. */
export const useDecisions = (auditId: string, onDone: () => void) => {
  const { t } = useWords();
  const stale = ref(false);
  const decision = <Body extends object, Reply>(
    send: (body: Body & { readonly commandId: string }) => Promise<Reply>,
    done: string,
  ) =>
    useCommand<Body, Reply>({
      send,
      changes: [['audit', auditId], ['audits'], ['enrolments']],
      onDone: () => {
        stale.value = false;
        tellDone(t(`audits.${done}`));
        onDone();
      },
      onRefused: (error) => {
        if (problemOf(error)?.code !== STALE) return;
        stale.value = true;
        onDone();
      },
    });
  return {
    stale,
    accept: decision<Seen, unknown>((body) => accept(auditId, body), 'accepted'),
    propose: decision<Omit<Proposal, 'commandId'>, unknown>(
      (body) => propose(auditId, body),
      'sent',
    ),
    reject: decision<object, unknown>((body) => reject(auditId, body), 'rejected'),
    sign: decision<Seen, unknown>((body) => sign(auditId, body), 'signed'),
  };
};
