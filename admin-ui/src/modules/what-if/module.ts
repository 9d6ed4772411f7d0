import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  menu: [
    {
      to: '/what-if',
      textKey: 'whatIf.title',
      group: 'operation',
      order: 90,
      permission: 'decisions.whatIf',
    },
  ],
  routes: [
    {
      path: '/what-if',
      component: () => import('./WhatIfPage.vue'),
      meta: { permission: 'decisions.whatIf', title: 'whatIf.title' },
    },
  ],
} satisfies AppModule;
