import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  routes: [
    {
      path: '/audit/:enrolmentId',
      component: () => import('./AuditPage.vue'),
      props: true,
      meta: { title: 'audit.title' },
    },
  ],
} satisfies AppModule;
