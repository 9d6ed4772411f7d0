import { effectScope } from 'vue';
import {
  captureBurst,
  captureSnapshot,
  useCamera,
  useFaceGuide,
  usePromptVoice,
} from '../../../learner-ui/src/camera/index.ts';
import type { LivenessPrompt } from '@xuzheng/engine';

// The learner app's camera on a page without any screen, driven by the test.

const scope = effectScope();
const { camera, guide, voice } = scope.run(() => ({
  camera: useCamera(),
  guide: useFaceGuide(),
  voice: usePromptVoice(),
}))!;
const video = document.querySelector('video')!;

const asBase64 = async (blob: Blob): Promise<string> => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
};

const wired = {
  async open() {
    const on = await camera.start();
    if (on) await camera.show(video);
    return {
      on,
      problem: camera.problem.value,
      label: camera.label.value,
      microphone: camera.microphone.value,
      tracks: camera.stream.value?.getTracks().map((track) => track.kind) ?? [],
    };
  },
  startGuide: () => guide.start(video),
  view: () => ({
    status: guide.status.value,
    hint: guide.hint.value,
    steady: guide.steady.value,
    luma: guide.luma.value,
    framesPerSecond: guide.framesPerSecond.value,
  }),
  async burst(actions: LivenessPrompt[], aloud: boolean) {
    const { frames, spokenUntilMs } = await captureBurst({
      video,
      actions,
      perActionMs: 3000,
      guide,
      ...(aloud ? { say: (prompt: LivenessPrompt) => voice.say(prompt) } : {}),
    });
    const sent = await Promise.all(
      frames.map(async ({ blob, ...mark }) => ({ ...mark, jpeg: await asBase64(blob) })),
    );
    return { frames: sent, spokenUntilMs };
  },
  async snapshot() {
    const blob = await captureSnapshot(video);
    return blob ? asBase64(blob) : null;
  },
  stop() {
    scope.stop();
    return { status: camera.status.value, stream: camera.stream.value === null };
  },
};

export type WiredCamera = typeof wired;
Object.assign(window, { wired });
