import type { StaffPermission } from '@xuzheng/engine';
import { computed, ref } from 'vue';
import { problemOf } from '@xuzheng/learner-ui/look';
import { client, take, type Answer, type Sent } from './client.ts';

const view = ref<Answer<'/api/session', 'get'> | null>(null);
let asked: Promise<void> | null = null;

const refresh = async (): Promise<void> => {
  view.value = await take(client.GET('/api/session'));
};

/** Which member of staff is signed in on this browser: the one store of the app. */
export const session = {
  signedIn: computed(() => view.value?.kind === 'staff'),
  id: computed(() => view.value?.id ?? null),
  displayName: computed(() => view.value?.displayName ?? ''),
  roles: computed(() => view.value?.roles ?? []),
  permissions: computed<readonly StaffPermission[]>(() => view.value?.permissions ?? []),
  /** True outside production: codes are readable in the SMS outbox. */
  demo: computed(() => view.value?.demo ?? false),
  may: (permission: StaffPermission): boolean =>
    (view.value?.permissions ?? []).includes(permission),
  /** Asks once who is signed in; without a network the next page asks again. */
  ready: (): Promise<void> => {
    asked ??= refresh().catch((error: unknown) => {
      asked = null;
      if (problemOf(error) === null) throw error;
    });
    return asked;
  },
  signIn: async (body: Sent<'/api/session/staff', 'post'>): Promise<void> => {
    await take(client.POST('/api/session/staff', { body }));
    await refresh();
  },
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
