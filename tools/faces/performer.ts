import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { CAMERA_SCENE, drawFace, drawPerson, drawRoom, expose, type Scene } from './draw-face.ts';
import { personOf, type Person } from './person.ts';
import { addPoses, swayAt, type Pose } from './pose.ts';

/** Whoever sits before a camera: draws the picture of a pose at a moment. */
export interface Performer {
  draw(pose: Pose, seconds: number): Canvas;
}

/** Seeds whose faces are pairwise at least 1.23 apart, and whose actions all succeed. */
export const STRANGERS = [36, 147, 290, 375] as const;

/** Seeds whose faces are pairwise at least 0.87 apart: a site full of different people. */
export const CROWD = [300, 45, 236, 199, 92, 218, 246, 295, 289, 127] as const;

const jiggle = (scene: Scene, seconds: number): Scene => ({
  ...scene,
  cx: scene.cx + 3 * Math.sin(seconds * 0.9),
  cy: scene.cy + 2 * Math.sin(seconds * 1.3),
  noiseSeed: 1 + Math.round(seconds * 1000),
});

/** A person of nobody who sits, sways and does as asked. */
export function drawnPerformer(person: Person | number, scene: Partial<Scene> = {}): Performer {
  const who = typeof person === 'number' ? personOf(person) : person;
  const full: Scene = { ...CAMERA_SCENE, ...scene };
  return {
    draw: (pose, seconds) => drawFace(who, addPoses(pose, swayAt(seconds)), jiggle(full, seconds)),
  };
}

/** A picture of a person on a stand: nothing in it ever moves. */
export function stillPerformer(person: Person | number): Performer {
  const who = typeof person === 'number' ? personOf(person) : person;
  return { draw: () => drawFace(who, undefined, { noise: 0 }) };
}

/** Two people side by side, both doing as asked. */
export function pairPerformer(left: number, right: number): Performer {
  const scene: Scene = { ...CAMERA_SCENE, size: 82 };
  return {
    draw: (pose, seconds) => {
      const canvas = createCanvas(scene.width, scene.height);
      const pen = canvas.getContext('2d');
      const own = jiggle(scene, seconds);
      const moved = addPoses(pose, swayAt(seconds));
      drawRoom(pen, own);
      drawPerson(pen, personOf(left), moved, { ...own, cx: own.cx - 150 });
      drawPerson(pen, personOf(right), moved, { ...own, cx: own.cx + 150 });
      expose(pen, own);
      return canvas;
    },
  };
}

/** An empty chair. */
export function emptyPerformer(): Performer {
  return {
    draw: (_pose, seconds) => {
      const scene = jiggle(CAMERA_SCENE, seconds);
      const canvas = createCanvas(scene.width, scene.height);
      const pen = canvas.getContext('2d');
      drawRoom(pen, scene);
      pen.fillStyle = 'rgb(122,104,84)';
      pen.fillRect(230, 230, 180, 250);
      expose(pen, scene);
      return canvas;
    },
  };
}

/** Somebody leaves and somebody else sits down, at this moment. */
export function swappedPerformer(
  before: Performer,
  after: Performer,
  atSeconds: number,
): Performer {
  return {
    draw: (pose, seconds) => (seconds < atSeconds ? before : after).draw(pose, seconds),
  };
}
