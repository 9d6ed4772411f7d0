import { computed, ref } from 'vue';

/** What was typed into the search on top. Kept in memory: an ID number never belongs in a URL. */
const asked = ref<{ readonly text: string; readonly n: number } | null>(null);

export type Sought =
  | { readonly kind: 'phoneTail'; readonly text: string }
  | { readonly kind: 'idNumber'; readonly text: string }
  | { readonly kind: 'certificate'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string };

/** Four digits are the end of a phone, a long number an ID number, letters and digits a certificate. */
export const soughtOf = (typed: string): Sought | null => {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return null;
  const packed = text.replace(/[\s-]/g, '');
  if (/^\d{4}$/.test(packed)) return { kind: 'phoneTail', text: packed };
  if (/^\d{17}[\dXx]$|^\d{15}$/.test(packed)) return { kind: 'idNumber', text: packed };
  if (/\d/.test(text)) return { kind: 'certificate', text };
  return { kind: 'name', text };
};

export const search = {
  asked: computed(() => asked.value),
  ask: (text: string): void => {
    asked.value = { text, n: (asked.value?.n ?? 0) + 1 };
  },
  clear: (): void => {
    asked.value = null;
  },
};
