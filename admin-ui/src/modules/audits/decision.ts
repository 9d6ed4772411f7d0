import type { Case } from '../../app/wire.ts';

/** What the decision column shows. The server decides again; this only says what is worth offering. */
export type Decision =
  | { readonly kind: 'decided' }
  | { readonly kind: 'conflict'; readonly sentence: string }
  | {
      readonly kind: 'open';
      readonly accept: boolean;
      readonly propose: boolean;
      readonly sign: boolean;
      readonly reject: boolean;
      /** A clear is proposed and this person is not the one who may sign it. */
      readonly waitsForOther: boolean;
      /** Evidence has changed since the proposal: signing it would be refused. */
      readonly proposalStale: boolean;
    };

type Deciding = Pick<Case, 'permitted' | 'proposal' | 'conflict' | 'closedAt' | 'evidenceVersion'>;

/** Which buttons this person sees on this case. */
export const decisionOf = (shown: Deciding): Decision => {
  if (shown.closedAt !== null) return { kind: 'decided' };
  if (shown.conflict !== null) return { kind: 'conflict', sentence: shown.conflict.sentence };
  const may = (name: Deciding['permitted'][number]) => shown.permitted.includes(name);
  const { proposal } = shown;
  const proposalStale = proposal !== null && proposal.evidenceVersion !== shown.evidenceVersion;
  const sign = may('signClear') && proposal !== null && !proposal.mine && !proposalStale;
  return {
    kind: 'open',
    accept: may('accept'),
    propose: may('proposeClear') && proposal === null,
    sign,
    reject: may('rejectProposal') && proposal !== null,
    waitsForOther: proposal !== null && !sign && !proposalStale,
    proposalStale,
  };
};
