import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [{ to: '/certificates', textKey: 'menu.certificates', icon: 'certificates', order: 30 }],
  routes: [
    {
      path: '/certificates',
      component: () => import('./CertificatesPage.vue'),
      meta: { title: 'menu.certificates' },
    },
    {
      path: '/renewal/:enrolmentId',
      component: () => import('./RenewalPage.vue'),
      props: true,
      meta: { title: 'certificates.renewal' },
    },
  ],
} satisfies AppModule;
