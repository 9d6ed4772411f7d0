import { VueQueryPlugin } from '@tanstack/vue-query';
import { applyAppearance } from '@xuzheng/learner-ui/look';
import { createApp } from 'vue';
import '@xuzheng/learner-ui/look/tokens.css';
import '../ui/element.css';
import '@xuzheng/learner-ui/look/base.css';
import '../ui/density.css';
import App from './App.vue';
import { createTexts } from './i18n.ts';
import { modules } from './modules.ts';
import { createQueries } from './queries.ts';
import { createPages } from './router.ts';
import { savedLocale } from './saved-locale.ts';
import { session } from './session.ts';

applyAppearance();
document.documentElement.lang = savedLocale();

const router = createPages(modules);
const queryClient = createQueries(() => {
  const here = router.currentRoute.value;
  if (here.meta.guest) return;
  session.forget();
  queryClient.clear();
  void router.push({ path: '/login', query: { to: here.fullPath } });
});

createApp(App)
  .use(router)
  .use(createTexts(modules))
  .use(VueQueryPlugin, { queryClient })
  .mount('#app');
