import type { AppModule } from '../../app/module.ts';
import { frameTexts } from './frame-texts.ts';
import { texts } from './texts.ts';

export default {
  texts: {
    'zh-CN': { ...texts['zh-CN'], ...frameTexts['zh-CN'] },
    en: { ...texts.en, ...frameTexts.en },
  },
  menu: [{ to: '/profile', textKey: 'menu.profile', icon: 'profile', order: 50 }],
  routes: [
    {
      path: '/profile',
      component: () => import('./ProfilePage.vue'),
      meta: { title: 'menu.profile' },
    },
    {
      path: '/profile/privacy',
      component: () => import('./PrivacyPage.vue'),
      meta: { title: 'profile.privacy' },
    },
    {
      path: '/profile/security',
      component: () => import('./SecurityPage.vue'),
      meta: { title: 'profile.security' },
    },
  ],
} satisfies AppModule;
