import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [{ to: '/', textKey: 'menu.home', icon: 'home', order: 10 }],
  routes: [{ path: '/', component: () => import('./HomePage.vue'), meta: { title: 'menu.home' } }],
} satisfies AppModule;
