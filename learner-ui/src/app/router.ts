import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import type { AppModule } from './module.ts';
import { session } from './session.ts';

const guard = async (to: RouteLocationNormalized) => {
  const access = to.meta.access ?? 'learner';
  if (access === 'public') return true;
  await session.ready();
  if (access === 'guest') return session.signedIn.value ? { path: '/' } : true;
  if (session.signedIn.value) return true;
  return { path: '/login', query: to.fullPath === '/' ? {} : { to: to.fullPath } };
};

/** Routes of all modules; a page for learners leads a stranger to the login and back again. */
export const createPages = (modules: readonly AppModule[]) => {
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      ...modules.flatMap((module) => module.routes),
      {
        path: '/:rest(.*)*',
        component: () => import('./NotFoundPage.vue'),
        meta: { access: 'public', title: 'app.notFoundTitle' },
      },
    ],
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });
  router.beforeEach(guard);
  return router;
};
