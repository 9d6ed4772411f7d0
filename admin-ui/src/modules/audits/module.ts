import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/audits',
      textKey: 'audits.title',
      group: 'audit',
      order: 10,
      permission: 'audits.read',
    },
  ],
  routes: [
    {
      path: '/audits',
      component: () => import('./QueuePage.vue'),
      meta: { permission: 'audits.read', title: 'audits.title' },
    },
    {
      path: '/audits/:auditId',
      component: () => import('./CasePage.vue'),
      props: true,
      meta: { permission: 'audits.read', title: 'audits.case' },
    },
  ],
} satisfies AppModule;
