import { beforeEach, expect, test, vi } from 'vitest';
import { nextTick } from 'vue';

/** The voice as a page that has just been opened has it. */
async function freshVoice() {
  vi.resetModules();
  const { usePromptVoice } = await import('../../../learner-ui/src/camera/prompt-voice.ts');
  return usePromptVoice();
}

beforeEach(() => localStorage.clear());

test('the voice speaks until somebody mutes it, and stays muted on this device', async () => {
  const first = await freshVoice();
  expect(first.muted.value).toBe(false);
  first.muted.value = true;
  await nextTick();
  const later = await freshVoice();
  expect(later.muted.value).toBe(true);
  await later.say('nod');
  later.muted.value = false;
  await nextTick();
  expect((await freshVoice()).muted.value).toBe(false);
});
