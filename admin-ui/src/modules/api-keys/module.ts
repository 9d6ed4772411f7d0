import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/api-keys',
      textKey: 'apiKeys.title',
      group: 'operation',
      order: 40,
      permission: 'apiKeys.manage',
    },
  ],
  routes: [
    {
      path: '/api-keys',
      component: () => import('./ApiKeysPage.vue'),
      meta: { permission: 'apiKeys.manage', title: 'apiKeys.title' },
    },
  ],
} satisfies AppModule;
