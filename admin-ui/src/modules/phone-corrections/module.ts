import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/phone-corrections',
      textKey: 'corrections.title',
      group: 'people',
      order: 20,
      permission: 'phones.correct',
    },
  ],
  routes: [
    {
      path: '/phone-corrections',
      component: () => import('./CorrectionsPage.vue'),
      meta: { permission: 'phones.correct', title: 'corrections.title' },
    },
  ],
} satisfies AppModule;
