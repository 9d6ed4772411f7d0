import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/enrolments',
      textKey: 'enrolments.title',
      group: 'people',
      order: 30,
      permission: 'enrolments.read',
    },
  ],
  routes: [
    {
      path: '/enrolments',
      component: () => import('./EnrolmentsPage.vue'),
      meta: { permission: 'enrolments.read', title: 'enrolments.title' },
    },
    {
      path: '/enrolments/new',
      component: () => import('./EnrolPage.vue'),
      meta: { permission: 'enrolments.write', title: 'enrolments.new' },
    },
    {
      path: '/enrolments/:enrolmentId',
      component: () => import('./EnrolmentPage.vue'),
      props: true,
      meta: { permission: 'enrolments.read', title: 'enrolments.one' },
    },
  ],
} satisfies AppModule;
