import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/processes',
      textKey: 'processes.title',
      group: 'operation',
      order: 20,
      permission: 'processes.read',
    },
  ],
  routes: [
    {
      path: '/processes',
      component: () => import('./StuckPage.vue'),
      meta: { permission: 'processes.read', title: 'processes.title' },
    },
  ],
} satisfies AppModule;
