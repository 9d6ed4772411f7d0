import { computed, ref } from 'vue';
import { problemOf } from '../look/index.ts';
import { client, take, type Answer } from './client.ts';

const view = ref<Answer<'/api/session', 'get'> | null>(null);
let asked: Promise<void> | null = null;

const refresh = async (): Promise<void> => {
  view.value = await take(client.GET('/api/session'));
};

/** Who is signed in on this browser: the one store of the app. */
export const session = {
  signedIn: computed(() => view.value?.kind === 'learner'),
  /** True outside production: the app says that it is a try-out. */
  demo: computed(() => view.value?.demo ?? false),
  /** Asks once who is signed in; without a network the next page asks again. */
  ready: (): Promise<void> => {
    asked ??= refresh().catch((error: unknown) => {
      asked = null;
      if (problemOf(error) === null) throw error;
    });
    return asked;
  },
  refresh,
  signOut: async (): Promise<void> => {
    await take(client.DELETE('/api/session'));
    await refresh();
  },
  /** The server no longer knows this session: the next page asks for the login. */
  forget: (): void => {
    view.value = null;
    asked = null;
  },
};
