import { HANDBOOK_POLICY } from '@xuzheng/engine';
import { hashOf, newToken } from '../crypto/tokens.ts';
import type { Vault } from '../crypto/vault.ts';
import { insertTicket } from '../db/codes.ts';
import type { CodePurpose } from '../db/codes.ts';
import type { Deps } from '../deps.ts';

/** How long the page may stay open before a code is asked for. */
const TICKET_MS = 30 * 60_000;

export type IssuedTicket = { readonly ticket: string; readonly phoneTail: string };

/** Four digits that are always the same for this ID number and purpose, and mean nothing. */
function decoyTail(vault: Vault, purpose: CodePurpose, idNumber: string): string {
  const hash = vault.blindIndex('decoy', `${purpose}:${idNumber}`);
  return String(hash.readUInt32BE(0) % 10_000).padStart(4, '0');
}

/**
 * A ticket for the step that sends a code: for its owner, or a decoy that looks and behaves alike.
 * The decoy's work is done in both cases, so that both take the same time.
 */
export async function findOrDecoyTicket(
  deps: Deps,
  purpose: CodePurpose,
  idNumber: string,
  owner: { readonly id: string; readonly phoneTail: string } | undefined,
): Promise<IssuedTicket> {
  const ticket = newToken();
  const now = deps.clock.now();
  const decoy = decoyTail(deps.vault, purpose, idNumber);
  await insertTicket(deps.db, {
    purpose,
    ticketHash: hashOf(ticket),
    subjectIndex: deps.vault.blindIndex('idNumber', idNumber),
    learnerId: owner?.id ?? null,
    tries: HANDBOOK_POLICY.code.tries,
    createdAt: new Date(now),
    expiresAt: new Date(now + TICKET_MS),
  });
  return { ticket, phoneTail: owner?.phoneTail ?? decoy };
}
