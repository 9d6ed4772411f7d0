import { describe, expect, test } from 'vitest';
import { countEvents, pageCounts } from '../../../learner-ui/src/modules/study/page-hints.ts';

/** What a browser marks as made by a person; a script cannot set this mark. */
const byPerson = (type: string): Event =>
  Object.defineProperty(new Event(type), 'isTrusted', { value: true });
const byScript = (type: string): Event =>
  Object.defineProperty(new Event(type), 'isTrusted', { value: false });

describe('what happened in the page', () => {
  test('touches and keys of a person are counted apart from what a script made', () => {
    const page = new EventTarget();
    const counts = countEvents(page);
    for (const type of ['pointerdown', 'keydown']) page.dispatchEvent(byPerson(type));
    for (const type of ['click', 'play', 'keydown']) page.dispatchEvent(byScript(type));
    expect(counts).toEqual({ inputs: 2, untrustedEvents: 3 });
  });

  test('each session counts from its own first beat', () => {
    expect(pageCounts('one')).toEqual({ inputs: 0, untrustedEvents: 0 });
    document.dispatchEvent(byScript('click'));
    expect(pageCounts('one').untrustedEvents).toBe(1);
    expect(pageCounts('two').untrustedEvents).toBe(0);
  });
});
