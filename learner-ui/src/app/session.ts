import { computed, ref } from 'vue';
import { call, keepCsrfToken } from './http.ts';

type SessionView = {
  csrfToken: string;
  actor: { kind: string; learnerId?: string; name?: string };
};

const view = ref<SessionView | null>(null);
let asked: Promise<void> | null = null;

const refresh = async (): Promise<void> => {
  const current = await call<SessionView>('GET', '/api/session');
  keepCsrfToken(current.csrfToken);
  view.value = current;
};

/** Who is signed in on this browser: the one store of the app. */
export const session = {
  signedIn: computed(() => view.value?.actor.kind === 'learner'),
  /** Asks once who is signed in; a failure is asked again at the next page. */
  ready: (): Promise<void> => {
    asked ??= refresh().catch((error: unknown) => {
      asked = null;
      if (!(error instanceof TypeError)) throw error;
    });
    return asked;
  },
  refresh,
  signOut: async (): Promise<void> => {
    await call('DELETE', '/api/session');
    await refresh();
  },
  /** The server no longer knows this session: the next page asks for the login. */
  forget: (): void => {
    view.value = null;
    asked = null;
  },
};
