import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/certificates',
      textKey: 'certificates.title',
      group: 'people',
      order: 40,
      permission: 'certificates.read',
    },
  ],
  routes: [
    {
      path: '/certificates',
      component: () => import('./CertificatesPage.vue'),
      meta: { permission: 'certificates.read', title: 'certificates.title' },
    },
  ],
} satisfies AppModule;
