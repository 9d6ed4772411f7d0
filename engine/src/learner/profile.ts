import { addMonths, type Day, type Instant } from '../calendar/day.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';

/** 我的档案: what must be there before study opens (handbook §1, figures 1 and 2). */
export const PROFILE_ITEMS = [
  'phone',
  'idCardFront',
  'idCardBack',
  'portrait',
  'recentPortraitDeclaration',
  'basic',
] as const;
export type ProfileItem = (typeof PROFILE_ITEMS)[number];

export const EDUCATIONS = [
  'juniorMiddle',
  'seniorMiddle',
  'vocational',
  'college',
  'bachelor',
  'master',
  'doctor',
] as const;
export type Education = (typeof EDUCATIONS)[number];

export const EDUCATION_LABELS = {
  juniorMiddle: '初中及以下',
  seniorMiddle: '高中',
  vocational: '中专、技校',
  college: '大专',
  bachelor: '本科',
  master: '硕士研究生',
  doctor: '博士研究生',
} as const satisfies Record<Education, string>;

/** 基本信息 as typed. */
export type BasicDraft = {
  readonly employer: string;
  readonly education: string;
  readonly title?: string;
  readonly address: string;
};

/** 基本信息 once it holds. */
export type Basic = {
  readonly employer: string;
  readonly education: Education;
  readonly title: string;
  readonly address: string;
};

const tidy = (text: string): string => text.replace(/[\s\u3000]+/gu, ' ').trim();
const readable = (text: string, least: number, most: number): boolean =>
  [...text].length >= least && [...text].length <= most && !/[\p{Cc}\p{Cf}]/u.test(text);

/** Reads the basic information. Refuses `profile/employerInvalid`, `educationInvalid`, `addressInvalid`. */
export function parseBasic(draft: BasicDraft): Result<Basic> {
  const employer = tidy(draft.employer);
  const title = tidy(draft.title ?? '');
  const address = tidy(draft.address);
  const education = EDUCATIONS.find((known) => known === draft.education);
  if (!readable(employer, 2, 100) || !readable(title, 0, 50)) {
    return refuse('profile/employerInvalid');
  }
  if (education === undefined) return refuse('profile/educationInvalid');
  if (!readable(address, 4, 200)) return refuse('profile/addressInvalid');
  return ok({ employer, education, title, address });
}

/** What is known of a profile, without its contents. */
export type ProfileFacts = {
  readonly phoneVerified: boolean;
  readonly idCardFront: boolean;
  readonly idCardBack: boolean;
  readonly portrait: boolean;
  /** The day the portrait was taken by its EXIF, or null when the file does not say. */
  readonly portraitTakenOn: Day | null;
  readonly recentPortraitDeclaredAt: Instant | null;
  readonly basic: boolean;
};

/** What is still missing, in the order of the page. Empty means that study may open. */
export function missingOfProfile(facts: ProfileFacts): ProfileItem[] {
  const needsDeclaration =
    facts.portrait && facts.portraitTakenOn === null && facts.recentPortraitDeclaredAt === null;
  const missing: Record<ProfileItem, boolean> = {
    phone: !facts.phoneVerified,
    idCardFront: !facts.idCardFront,
    idCardBack: !facts.idCardBack,
    portrait: !facts.portrait,
    recentPortraitDeclaration: needsDeclaration,
    basic: !facts.basic,
  };
  return PROFILE_ITEMS.filter((item) => missing[item]);
}

/** Handbook §1: 近 3 个月电子照片当做头像. */
const PORTRAIT_MONTHS = 3;

/**
 * Is the portrait recent enough? By its EXIF day if it has one, else by the learner's declaration.
 * Refuses `profile/portraitTooOld`, `profile/portraitDeclarationMissing`.
 */
export function checkPortraitAge(
  takenOn: Day | null,
  declaredRecent: boolean,
  today: Day,
): Result<void> {
  if (takenOn === null) {
    return declaredRecent ? ok(undefined) : refuse('profile/portraitDeclarationMissing');
  }
  return takenOn < addMonths(today, -PORTRAIT_MONTHS)
    ? refuse('profile/portraitTooOld', { takenOn })
    : ok(undefined);
}

/** What can be missing, as the page says them. */
export const PROFILE_ITEM_LABELS = {
  phone: '核实手机号码',
  idCardFront: '上传身份证人像面',
  idCardBack: '上传身份证国徽面',
  portrait: '上传近 3 个月的电子照片作为头像',
  recentPortraitDeclaration: '声明头像为近 3 个月内拍摄',
  basic: '完善基本信息',
} as const satisfies Record<ProfileItem, string>;
