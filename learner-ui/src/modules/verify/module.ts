import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  routes: [
    {
      path: '/verify/:code?',
      component: () => import('./VerifyPage.vue'),
      props: true,
      meta: { access: 'public', title: 'verify.title', bare: true },
    },
  ],
} satisfies AppModule;
