import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/absences',
      textKey: 'absences.title',
      group: 'audit',
      order: 40,
      permission: 'audits.accept',
    },
  ],
  routes: [
    {
      path: '/absences',
      component: () => import('./AbsencesPage.vue'),
      meta: { permission: 'audits.accept', title: 'absences.title' },
    },
  ],
} satisfies AppModule;
