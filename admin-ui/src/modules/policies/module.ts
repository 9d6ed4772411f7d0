import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/policies',
      textKey: 'policies.title',
      group: 'operation',
      order: 50,
      permission: 'policies.manage',
    },
  ],
  routes: [
    {
      path: '/policies',
      component: () => import('./PoliciesPage.vue'),
      meta: { permission: 'policies.manage', title: 'policies.title' },
    },
  ],
} satisfies AppModule;
