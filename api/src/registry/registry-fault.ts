export const REGISTRY_FAULTS = [
  'away',
  'timedOut',
  'noAnswer',
  'unsigned',
  'resting',
  'numberTaken',
] as const;
/**
 * Why nothing is known of a call: unreachable; no answer in time; an answer that is none (a page of
 * HTML, wrong JSON, a number of the wrong shape, a status nobody agreed on); one that nobody signed;
 * not called at all because the last calls failed; a number that belongs to another certificate.
 */
export type RegistryFaultKind = (typeof REGISTRY_FAULTS)[number];

/** A call whose outcome is unknown. Never a refusal: it may have had its effect. */
export class RegistryFault extends Error {
  override readonly name = 'RegistryFault';
  readonly kind: RegistryFaultKind;
  constructor(kind: RegistryFaultKind) {
    super(`registry: ${kind}`);
    this.kind = kind;
  }
}

/** The kind of a fault, whatever threw it; messages may quote what must not be kept. */
export const faultKindOf = (error: unknown): RegistryFaultKind =>
  error instanceof RegistryFault ? error.kind : 'away';
