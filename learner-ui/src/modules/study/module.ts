import type { AppModule } from '../../app/module.ts';
import { attendedTexts } from './attended-texts.ts';
import { texts } from './study-texts.ts';

export default {
  texts: {
    'zh-CN': { ...texts['zh-CN'], ...attendedTexts['zh-CN'] },
    en: { ...texts.en, ...attendedTexts.en },
  },
  routes: [
    {
      path: '/study/:enrolmentId/:lessonId',
      component: () => import('./StudyPage.vue'),
      props: true,
      meta: { title: 'study.title', bare: true },
    },
    {
      path: '/rehearsal',
      component: () => import('./RehearsalPage.vue'),
      meta: { title: 'study.rehearsal', bare: true },
    },
  ],
} satisfies AppModule;
