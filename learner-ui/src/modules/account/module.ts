import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  routes: [
    {
      path: '/login',
      component: () => import('./LoginPage.vue'),
      meta: { access: 'guest', title: 'account.loginTitle', bare: true },
    },
    {
      path: '/activation',
      component: () => import('./ActivationPage.vue'),
      meta: { access: 'guest', title: 'account.activationTitle', bare: true },
    },
    {
      path: '/hand-over',
      component: () => import('./HandOverPage.vue'),
      meta: { access: 'public', title: 'account.handOverTitle', bare: true },
    },
    {
      path: '/recovery',
      component: () => import('./RecoveryPage.vue'),
      meta: { access: 'guest', title: 'account.recoveryTitle', bare: true },
    },
  ],
} satisfies AppModule;
