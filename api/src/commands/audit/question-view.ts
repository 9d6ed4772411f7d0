import type { Static } from 'typebox';
import { evidenceRequestsOf } from '../../db/evidence-requests.ts';
import type { Deps } from '../../deps.ts';
import type { QuestionSchema } from '../../schemas/clearing.ts';
import { iso, isoOrNull } from '../../schemas/shared.ts';
import { readCaseText } from '../case-text.ts';

export type QuestionView = Static<typeof QuestionSchema>;
type Of = { readonly id: string; readonly wrappedDataKey: Uint8Array | null };

/** All that an audit asked the learner, with the answers, oldest first. */
export async function questionsOf(
  deps: Pick<Deps, 'db' | 'vault'>,
  audit: Of,
): Promise<QuestionView[]> {
  const rows = await evidenceRequestsOf(deps.db, audit.id);
  const read = (id: string | null) => readCaseText(deps, id, audit.wrappedDataKey);
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      question: (await read(row.questionTextId)) ?? '',
      askedAt: iso(row.askedAt),
      answerUntil: iso(row.answerUntil),
      state: row.state as QuestionView['state'],
      answer: await read(row.answerTextId),
      endedAt: isoOrNull(row.endedAt),
      face:
        row.faceOutcome === null ? null : { outcome: row.faceOutcome, at: isoOrNull(row.faceAt) },
    })),
  );
}
