import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [{ to: '/notices', textKey: 'menu.notices', icon: 'notices', order: 40 }],
  routes: [
    {
      path: '/notices',
      component: () => import('./NoticesPage.vue'),
      meta: { title: 'menu.notices' },
    },
  ],
} satisfies AppModule;
