import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/courses',
      textKey: 'courses.title',
      group: 'teaching',
      order: 10,
      permission: 'courses.manage',
    },
  ],
  routes: [
    {
      path: '/courses',
      component: () => import('./CoursesPage.vue'),
      meta: { permission: 'courses.manage', title: 'courses.title' },
    },
    {
      path: '/courses/:courseId',
      component: () => import('./CoursePage.vue'),
      props: true,
      meta: { permission: 'courses.manage', title: 'courses.one' },
    },
  ],
} satisfies AppModule;
