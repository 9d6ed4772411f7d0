import { balanceOf, creditHoursOf, parseVerificationCode } from '@xuzheng/engine';
import { certificateByCode } from '../../db/certificates-shown.ts';
import { ledgersByYear } from '../../db/study-record.ts';
import type { Deps } from '../../deps.ts';
import type { VerificationView } from '../../schemas/certificates.ts';
import { verificationView } from './certificate-view.ts';

/**
 * Is the certificate behind this code real and current? A text that is no code at all, and a code
 * nobody has, get the same answer: unknown.
 */
export async function verifyCertificate(
  deps: Pick<Deps, 'db' | 'config'>,
  text: string,
): Promise<VerificationView> {
  const code = parseVerificationCode(text);
  const row = code === null ? null : await certificateByCode(deps.db, code);
  const specimen = deps.config.sandbox;
  if (row === null) return verificationView(null, { studyRecord: [], specimen });
  const years = await ledgersByYear(deps.db, row.learnerId, row.post);
  const studyRecord = years.flatMap(({ studyYear, creditHourSeconds, entries }) => {
    const { creditedSeconds } = balanceOf(entries);
    const creditHours = creditHoursOf(creditedSeconds, creditHourSeconds);
    return creditedSeconds > 0 ? [{ studyYear, creditHours }] : [];
  });
  return verificationView(row, { studyRecord, specimen });
}
