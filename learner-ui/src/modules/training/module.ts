import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [{ to: '/training', textKey: 'menu.training', icon: 'training', order: 20 }],
  routes: [
    {
      path: '/training',
      component: () => import('./TrainingPage.vue'),
      meta: { title: 'menu.training' },
    },
    {
      path: '/training/:enrolmentId',
      component: () => import('./CoursesPage.vue'),
      props: true,
      meta: { title: 'menu.training' },
    },
  ],
} satisfies AppModule;
