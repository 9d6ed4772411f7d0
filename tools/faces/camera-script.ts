import { readFileSync } from 'node:fs';
import type { LivenessPrompt } from '../../engine/src/face/liveness.ts';
import type { Performer } from './performer.ts';
import { NEUTRAL, PEAKS, scalePose } from './pose.ts';

/** Pictures of one performer, as JPEG data URLs: a few calm ones, and each action on its way up. */
export interface CameraFrames {
  calm: string[];
  actions: Record<LivenessPrompt, string[]>;
}

export interface CameraFramesOptions {
  calm?: number;
  steps?: number;
}

const dataUrl = (
  performer: Performer,
  share: number,
  prompt: LivenessPrompt | null,
  at: number,
) => {
  const pose = prompt ? scalePose(PEAKS[prompt], share) : NEUTRAL;
  return `data:image/jpeg;base64,${performer.draw(pose, at).toBuffer('image/jpeg', 82).toString('base64')}`;
};

/** Draws what a page's camera needs of a performer: about a third of a second for a drawn one. */
export function cameraFrames(
  performer: Performer,
  options: CameraFramesOptions = {},
): CameraFrames {
  const calm = options.calm ?? 8;
  const steps = options.steps ?? 9;
  const rise = (prompt: LivenessPrompt): string[] =>
    Array.from({ length: steps }, (_, step) =>
      dataUrl(performer, (step + 1) / steps, prompt, 1 + step * 0.09),
    );
  return {
    calm: Array.from({ length: calm }, (_, index) => dataUrl(performer, 0, null, index * 0.45)),
    actions: {
      openMouth: rise('openMouth'),
      turnLeft: rise('turnLeft'),
      turnRight: rise('turnRight'),
      nod: rise('nod'),
    },
  };
}

export interface CameraScriptOptions {
  /** Who sits before the camera at first; the first of `people` otherwise. */
  start?: string;
  /** Camera's name as the page sees it. */
  label?: string;
}

/**
 * JavaScript for `page.addInitScript({ content })`: the page's camera shows the people given, who do
 * what `document.documentElement.dataset.livenessPrompt` asks. In the page, `testCamera.use(name)`
 * seats somebody else, `testCamera.obey(false)` makes them sit still, `testCamera.leave(true)` shows
 * an empty room, `testCamera.instead('nod')` makes them do another action than asked. The choice
 * outlives a reload.
 */
export function cameraScript(
  people: Record<string, CameraFrames>,
  options: CameraScriptOptions = {},
): string {
  const start = options.start ?? Object.keys(people)[0] ?? '';
  const given = JSON.stringify({ people, start, label: options.label ?? 'Test camera' });
  const code = readFileSync(new URL('./page-camera.js', import.meta.url), 'utf8');
  const body = code.replace('export function installCamera', 'function installCamera');
  return `(() => {\n${body}\ninstallCamera(${given});\n})();`;
}
