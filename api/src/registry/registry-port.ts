import type { CertificateRule } from '@xuzheng/engine';
import type { RegistryAnswer } from '@xuzheng/workflows';

/** Credited hours of one post and study year, as the ministry's system takes them. */
export type HoursReport = {
  /** One effect per key, however often it is sent. */
  readonly businessKey: string;
  readonly idNumber: string;
  readonly post: string;
  readonly studyYear: number;
  readonly creditHours: number;
};

/** 证书更新, as the ministry's system takes it. */
export type RenewalRequest = {
  readonly businessKey: string;
  readonly idNumber: string;
  readonly post: string;
  readonly studyYear: number;
  /** The certificate to be replaced; null when the learner has none on record. */
  readonly oldNumber: string | null;
  /**
   * The certificate that the new one follows and that a person's decision has made void already: there
   * is nothing of it left to replace. So the registry too can name its successor (invariant 16).
   */
  readonly voidPredecessor: string | null;
  /** The policy lets an electronic original keep its number; the earlier document is void all the same. */
  readonly keepsNumber: boolean;
  /** Number scheme of the policy; a registry with numbers of its own ignores it. */
  readonly rule: CertificateRule;
};

/** A certificate to be void at the registry, by a person's command. */
export type VoidRequest = { readonly businessKey: string; readonly number: string };

export type RegistryVoidAnswer =
  | { readonly answer: 'confirmed' }
  | { readonly answer: 'refused'; readonly reason: string }
  | { readonly answer: 'notFound' }
  | { readonly answer: 'unknown' };

/**
 * 住建部管理系统. Throws when it is away. A call that threw may have had its effect: ask
 * `findRenewal` with the same business key instead of repeating it.
 */
export type Registry = {
  readonly name: string;
  readonly reportHours: (report: HoursReport) => Promise<void>;
  readonly renew: (request: RenewalRequest) => Promise<RegistryAnswer>;
  readonly findRenewal: (businessKey: string) => Promise<RegistryAnswer>;
  readonly voidCertificate: (request: VoidRequest) => Promise<RegistryVoidAnswer>;
  readonly findVoid: (businessKey: string) => Promise<RegistryVoidAnswer>;
  /** The portrait registered at the ministry; null when there is none. */
  readonly portraitOf: (idNumber: string) => Promise<Uint8Array | null>;
};
