import { ref } from 'vue';

const KEY = 'xz.withoutFace';

/**
 * Whether this browser studies without a face: what its learner chose last. It asks nothing of the
 * server: every session says itself which way it goes.
 */
export const withoutFace = ref(localStorage.getItem(KEY) === 'yes');

/** Remembers the way for the next lesson. Consenting again leads back to the face. */
export const chooseWithoutFace = (chosen: boolean): void => {
  withoutFace.value = chosen;
  if (chosen) localStorage.setItem(KEY, 'yes');
  else localStorage.removeItem(KEY);
};
