import * as engine from '@xuzheng/engine';
import type { Refusal } from '@xuzheng/engine';

/** What the person is told. */
export function refusalSentence(refusal: Refusal, language: 'zh' | 'en'): string {
  const texts = (engine as { REFUSAL_TEXTS?: Record<string, { zh: string; en: string }> })
    .REFUSAL_TEXTS;
  return texts?.[refusal.code]?.[language] ?? refusal.code;
}
