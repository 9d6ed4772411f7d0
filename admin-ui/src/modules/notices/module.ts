import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/notices',
      textKey: 'outbox.title',
      group: 'operation',
      order: 10,
      permission: 'notices.read',
    },
  ],
  routes: [
    {
      path: '/notices',
      component: () => import('./OutboxPage.vue'),
      meta: { permission: 'notices.read', title: 'outbox.title' },
    },
  ],
} satisfies AppModule;
