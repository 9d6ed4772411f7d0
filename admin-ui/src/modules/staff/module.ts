import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/staff',
      textKey: 'staff.title',
      group: 'operation',
      order: 30,
      permission: 'staff.manage',
    },
  ],
  routes: [
    {
      path: '/staff',
      component: () => import('./StaffPage.vue'),
      meta: { permission: 'staff.manage', title: 'staff.title' },
    },
  ],
} satisfies AppModule;
