import type { RegistryCase, RegistryCaseKind } from '../../db/certificate-voids.ts';

type Words = {
  readonly sentence: { readonly zh: string; readonly en: string };
  readonly owner: 'admin' | 'system' | 'support';
  readonly helps: 'approveVoid' | 'hurryVoid' | 'callRegistry' | 'openLearner';
};

const WORDS = {
  voidNeeded: {
    sentence: {
      zh: '学时已被清除，据此更新的证书仍然有效，须由专人核准作废。',
      en: 'The hours were cleared, and the certificate renewed on them is still active.',
    },
    ...{ owner: 'admin', helps: 'approveVoid' },
  },
  voidWaiting: {
    sentence: {
      zh: '作废已核准，等待登记系统确认；系统会自动继续询问。',
      en: 'The void is approved and waits for the registry; it is asked again by itself.',
    },
    ...{ owner: 'system', helps: 'hurryVoid' },
  },
  voidRefused: {
    sentence: {
      zh: '登记系统没有接受作废。请先与其核实原因，再重新提交。',
      en: 'The registry did not take the void. Clear up the reason with it, then ask anew.',
    },
    ...{ owner: 'admin', helps: 'hurryVoid' },
  },
  hoursWaiting: {
    sentence: {
      zh: '学时尚未报送成功；系统会自动继续报送，学时证明不受影响。',
      en: 'The hours are not reported yet; it goes on by itself. The hours certificate is not touched.',
    },
    ...{ owner: 'system', helps: 'callRegistry' },
  },
  renewalWaiting: {
    sentence: {
      zh: '证书更新的结果未知；系统会自动继续查询，原证书仍然有效。',
      en: 'The outcome of a renewal is unknown; it is asked again. The old certificate stays active.',
    },
    ...{ owner: 'system', helps: 'callRegistry' },
  },
  renewalRefused: {
    sentence: {
      zh: '登记系统没有通过证书更新，原证书仍然有效。请与学员核对资料。',
      en: 'The registry refused a renewal; the old certificate stays active. Check with the learner.',
    },
    ...{ owner: 'support', helps: 'openLearner' },
  },
} as const satisfies Record<RegistryCaseKind, Words>;

/** What is the matter with a case, who owns it, and the one action that helps. */
export const registryWordsOf = ({ kind }: Pick<RegistryCase, 'kind'>): Words => WORDS[kind];
