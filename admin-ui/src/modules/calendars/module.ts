import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/calendars',
      textKey: 'calendars.title',
      group: 'operation',
      order: 60,
      permission: 'calendars.manage',
    },
  ],
  routes: [
    {
      path: '/calendars',
      component: () => import('./CalendarsPage.vue'),
      meta: { permission: 'calendars.manage', title: 'calendars.title' },
    },
  ],
} satisfies AppModule;
