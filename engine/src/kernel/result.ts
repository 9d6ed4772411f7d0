import type { RefusalCode } from './refusal-codes.ts';

export type RefusalDetails = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

/** A no that was foreseen. Never holds an ID number, a phone, a name or a secret. */
export type Refusal = { readonly code: RefusalCode; readonly details?: RefusalDetails };

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<R = Refusal> = { readonly ok: false; readonly refusal: R };

/** Refusal is a value, fault is thrown: what can be refused says so in its type. */
export type Result<T, R = Refusal> = Ok<T> | Refused<R>;

/** The value of something that went well. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/** A no with its code from the closed list and, if they help, a few plain details. */
export const refuse = (code: RefusalCode, details?: RefusalDetails): Refused => ({
  ok: false,
  refusal: details === undefined ? { code } : { code, details },
});
