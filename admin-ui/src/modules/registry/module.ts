import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/registry',
      textKey: 'registry.title',
      group: 'operation',
      order: 30,
      permission: 'registry.manage',
    },
  ],
  routes: [
    {
      path: '/registry',
      component: () => import('./RegistryPage.vue'),
      meta: { permission: 'registry.manage', title: 'registry.title' },
    },
  ],
} satisfies AppModule;
