import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  routes: [
    // The guard leads on from here to the first page of the person's roles.
    { path: '/', component: () => import('./LoginPage.vue') },
    {
      path: '/login',
      component: () => import('./LoginPage.vue'),
      meta: { guest: true, title: 'signIn.title' },
    },
  ],
} satisfies AppModule;
