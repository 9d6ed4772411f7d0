import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { drawExtras, drawEyes, drawMouth } from './features.ts';
import { drawFringe, drawNose, drawShading, drawSkin, drawTorso } from './head.ts';
import { seededRandom, type Colour, type Person } from './person.ts';
import { NEUTRAL, type Pose } from './pose.ts';
import { paint, type Stage } from './stage.ts';

/** Where and in what light a person sits in the picture. */
export interface Scene {
  width: number;
  height: number;
  /** Middle of the face, and half the face's width before personal traits, in pixels. */
  cx: number;
  cy: number;
  size: number;
  wall: Colour;
  /** 1 as drawn; 0.12 night; 2.6 against the sun. */
  light: number;
  /** Camera noise, ± so many of 255. */
  noise: number;
  /** Changes the noise from frame to frame, as a sensor does. */
  noiseSeed: number;
}

export const CAMERA_SCENE: Scene = {
  width: 640,
  height: 480,
  cx: 320,
  cy: 240,
  size: 110,
  wall: [168, 178, 184],
  light: 1,
  noise: 5,
  noiseSeed: 1,
};

/** An empty wall with a door in it. */
export function drawRoom(pen: SKRSContext2D, scene: Scene): void {
  const fade = pen.createLinearGradient(0, 0, scene.width, scene.height);
  fade.addColorStop(0, paint(scene.wall, 1, 1.06));
  fade.addColorStop(1, paint(scene.wall, 1, 0.82));
  pen.fillStyle = fade;
  pen.fillRect(0, 0, scene.width, scene.height);
  pen.fillStyle = paint(scene.wall, 1, 0.7);
  pen.fillRect(scene.width * 0.8, scene.height * 0.1, scene.width * 0.13, scene.height * 0.5);
}

/** One person into a picture that already has its background. */
export function drawPerson(pen: SKRSContext2D, person: Person, pose: Pose, scene: Scene): void {
  const stage: Stage = {
    pen,
    person,
    pose,
    cx: scene.cx,
    cy: scene.cy,
    rx: person.faceWidth * scene.size,
    ry: person.faceHeight * scene.size * 1.18,
    unit: scene.size,
    drop: 0.3 * pose.mouth,
  };
  drawTorso(stage);
  pen.save();
  drawSkin(stage);
  drawShading(stage);
  drawNose(stage);
  drawEyes(stage);
  drawMouth(stage);
  pen.restore();
  drawFringe(stage);
  drawExtras(stage);
}

/** Light and sensor noise over the whole picture. */
export function expose(pen: SKRSContext2D, scene: Scene): void {
  if (scene.light === 1 && scene.noise === 0) return;
  const picture = pen.getImageData(0, 0, scene.width, scene.height);
  const random = seededRandom(scene.noiseSeed);
  const { data } = picture;
  for (let offset = 0; offset < data.length; offset += 4) {
    const grain = scene.noise === 0 ? 0 : (random() - 0.5) * 2 * scene.noise;
    for (let channel = offset; channel < offset + 3; channel += 1) {
      data[channel] = (data[channel] ?? 0) * scene.light + grain;
    }
  }
  pen.putImageData(picture, 0, 0);
}

/** A picture of a person of nobody, as a camera would see them. */
export function drawFace(person: Person, pose: Pose = NEUTRAL, scene: Partial<Scene> = {}): Canvas {
  const full: Scene = { ...CAMERA_SCENE, ...scene };
  const canvas = createCanvas(full.width, full.height);
  const pen = canvas.getContext('2d');
  drawRoom(pen, full);
  drawPerson(pen, person, pose, full);
  expose(pen, full);
  return canvas;
}
