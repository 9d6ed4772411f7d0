import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/questions',
      textKey: 'questions.title',
      group: 'teaching',
      order: 20,
      permission: 'questions.manage',
    },
  ],
  routes: [
    {
      path: '/questions',
      component: () => import('./QuestionsPage.vue'),
      meta: { permission: 'questions.manage', title: 'questions.title' },
    },
  ],
} satisfies AppModule;
