import { VueQueryPlugin } from '@tanstack/vue-query';
import { createApp } from 'vue';
import { applyAppearance } from '../look/index.ts';
import '../look/tokens.css';
import '../look/base.css';
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
document.documentElement.dataset.livenessPrompt = '';

const router = createPages(modules);
const queryClient = createQueries(() => {
  const here = router.currentRoute.value;
  session.forget();
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'contacts' });
  if ((here.meta.access ?? 'learner') === 'learner') {
    void router.push({ path: '/login', query: { to: here.fullPath } });
  }
});

createApp(App)
  .use(router)
  .use(createTexts(modules))
  .use(VueQueryPlugin, { queryClient })
  .mount('#app');
