import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/appeals',
      textKey: 'appeals.title',
      group: 'audit',
      order: 20,
      permission: 'appeals.decide',
    },
  ],
  routes: [
    {
      path: '/appeals',
      component: () => import('./AppealsPage.vue'),
      meta: { permission: 'appeals.decide', title: 'appeals.title' },
    },
    {
      path: '/appeals/:appealId',
      component: () => import('./AppealPage.vue'),
      props: true,
      meta: { permission: 'appeals.decide', title: 'appeals.one' },
    },
  ],
} satisfies AppModule;
