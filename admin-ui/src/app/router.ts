import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import { firstPage } from './menu.ts';
import type { AppModule } from './module.ts';
import { session } from './session.ts';

const guardOf = (modules: readonly AppModule[]) => async (to: RouteLocationNormalized) => {
  await session.ready();
  const first = firstPage(modules, session.permissions.value) ?? '/forbidden';
  if (to.meta.guest) return session.signedIn.value ? { path: first } : true;
  if (!session.signedIn.value) {
    return { path: '/login', query: to.fullPath === '/' ? {} : { to: to.fullPath } };
  }
  if (to.path === '/') return { path: first };
  const { permission } = to.meta;
  return permission === undefined || session.may(permission) ? true : { path: '/forbidden' };
};

/** Routes of all modules; a page asks for its permission before it is loaded. */
export const createPages = (modules: readonly AppModule[]) => {
  const router = createRouter({
    history: createWebHistory(import.meta.env.BASE_URL),
    routes: [
      ...modules.flatMap((module) => module.routes),
      {
        path: '/forbidden',
        component: () => import('./NoticePage.vue'),
        props: { kind: 'forbidden' },
        meta: { title: 'app.forbiddenTitle' },
      },
      {
        path: '/:rest(.*)*',
        component: () => import('./NoticePage.vue'),
        props: { kind: 'notFound' },
        meta: { title: 'app.notFoundTitle' },
      },
    ],
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  });
  router.beforeEach(guardOf(modules));
  return router;
};
