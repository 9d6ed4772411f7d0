import type { AppModule } from '../../app/module.ts';
import { texts } from './texts.ts';

export default {
  texts,
  routes: [
    {
      path: '/exam/:enrolmentId',
      component: () => import('./ExamPage.vue'),
      props: true,
      meta: { title: 'exam.title' },
    },
    {
      path: '/exam/:enrolmentId/attempts/:attemptId',
      component: () => import('./AttemptPage.vue'),
      props: true,
      meta: { title: 'exam.title' },
    },
  ],
} satisfies AppModule;
