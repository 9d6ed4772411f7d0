import type { Bilingual } from '@xuzheng/learner-ui/look';

const NAMES: Readonly<Record<string, Bilingual>> = {
  handbook: { zh: '手册政策', en: 'Handbook policy' },
  demo: { zh: '演示政策', en: 'Demo policy' },
  'demo-handbook-clock': {
    zh: '演示政策(审核按手册时限)',
    en: 'Demo policy with the handbook’s clock',
  },
};

/** What a policy is called; one that an operator wrote is called by its id. */
export const policyName = (id: string): Bilingual => NAMES[id] ?? { zh: id, en: id };
