import { computed, ref } from 'vue';
import { useIntervalFn } from '@vueuse/core';
import type { Wait } from './api.ts';

/** Asking for an SMS code and waiting until the next one may be asked for. */
export const useCode = (send: () => Promise<Wait>) => {
  const readyAt = ref(0);
  const now = ref(Date.now());
  const sending = ref(false);
  const sentFor = ref<number | null>(null);
  useIntervalFn(() => (now.value = Date.now()), 500);

  const ask = async () => {
    sending.value = true;
    try {
      const wait = await send();
      now.value = Date.now();
      readyAt.value = now.value + wait.resendInSeconds * 1000;
      sentFor.value = wait.expiresInSeconds;
    } finally {
      sending.value = false;
    }
  };
  return {
    ask,
    sending,
    sentFor,
    secondsLeft: computed(() => Math.max(0, Math.ceil((readyAt.value - now.value) / 1000))),
  };
};
