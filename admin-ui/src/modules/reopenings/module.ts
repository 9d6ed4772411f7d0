import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/reopenings',
      textKey: 'reopenings.title',
      group: 'audit',
      order: 30,
      permission: 'enrolments.reopen',
    },
  ],
  routes: [
    {
      path: '/reopenings',
      component: () => import('./ReopeningsPage.vue'),
      meta: { permission: 'enrolments.reopen', title: 'reopenings.title' },
    },
  ],
} satisfies AppModule;
