import { useEventListener } from '@vueuse/core';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

// A closed dialog stays in the page without a box.
const dialogOpen = (): boolean =>
  [...document.querySelectorAll('[role="dialog"]')].some(
    (dialog) => dialog.getClientRects().length > 0,
  );

/**
 * Keys of a page, by `event.key` in lower case. They rest while someone types and, unless
 * `overDialogs` is set, while a dialog is open.
 */
export const useShortcuts = (
  keys: Readonly<Record<string, () => void>>,
  options: { readonly overDialogs?: boolean } = {},
): void => {
  useEventListener(document, 'keydown', (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (!options.overDialogs && dialogOpen()) return;
    const act = keys[event.key.toLowerCase()];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
};
