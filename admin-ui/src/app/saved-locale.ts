import type { Locale } from '@xuzheng/learner-ui/look';

/** The language chosen on this device; Chinese until the person says otherwise. */
export const savedLocale = (): Locale =>
  localStorage.getItem('xz.locale') === 'en' ? 'en' : 'zh-CN';
