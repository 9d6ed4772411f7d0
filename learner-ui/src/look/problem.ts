import type { Locale } from './locale.ts';

/** problem+json as the API answers it. */
export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly title?: string;
  readonly detail?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The problem inside whatever was thrown or answered, if there is one. */
export const problemOf = (error: unknown): Problem | null => {
  if (!isRecord(error)) return null;
  if (typeof error.code === 'string' && typeof error.status === 'number') {
    return error as unknown as Problem;
  }
  return isRecord(error.problem) ? problemOf(error.problem) : null;
};

const SENTENCES = {
  offline: {
    'zh-CN': '网络不通。请检查网络后再试,已保存的内容不会丢失。',
    en: 'No connection. Check your network and try again; what was saved is safe.',
  },
  server: {
    'zh-CN': '系统暂时没有应答,不是您的操作有误。请稍后再试。',
    en: 'The system did not answer. It is not your fault. Please try again in a moment.',
  },
} as const;

/** One plain sentence for any failure: what happened and what to do. */
export const sentenceOf = (error: unknown, locale: Locale = 'zh-CN'): string => {
  const problem = problemOf(error);
  if (problem?.code === 'network') return SENTENCES.offline[locale];
  if (problem?.detail) return problem.detail;
  if (problem === null && error instanceof TypeError) return SENTENCES.offline[locale];
  return SENTENCES.server[locale];
};

/** What was refused of one field of a form, if it was. */
export const fieldProblem = (error: unknown, field: string): string | undefined =>
  problemOf(error)?.fields?.find(({ path }) => path.replace(/^\//, '') === field)?.message;
