import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/learners',
      textKey: 'learners.title',
      group: 'people',
      order: 10,
      permission: 'learners.read',
    },
  ],
  routes: [
    {
      path: '/learners',
      component: () => import('./SearchPage.vue'),
      meta: { permission: 'learners.read', title: 'learners.title' },
    },
    {
      path: '/learners/:learnerId',
      component: () => import('./LearnerPage.vue'),
      props: true,
      meta: { permission: 'learners.read', title: 'learners.one' },
    },
  ],
} satisfies AppModule;
