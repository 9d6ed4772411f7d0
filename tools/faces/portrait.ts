import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { drawFace, drawPerson } from './draw-face.ts';
import { personOf, type Person } from './person.ts';
import { NEUTRAL } from './pose.ts';

const asPerson = (person: Person | number): Person =>
  typeof person === 'number' ? personOf(person) : person;

/** A portrait as a learner uploads it: JPEG, 720 × 960, plain background. */
export function portraitJpeg(person: Person | number): Buffer {
  const scene = { width: 720, height: 960, cx: 360, cy: 440, size: 190, noise: 3 };
  return drawFace(asPerson(person), NEUTRAL, { ...scene, wall: [206, 218, 230] }).toBuffer(
    'image/jpeg',
    90,
  );
}

const WIDTH = 1012;
const HEIGHT = 638;
const FACES = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

function text(pen: SKRSContext2D, words: string, x: number, y: number, size: number): void {
  pen.font = `${size}px ${FACES}`;
  pen.fillText(words, x, y);
}

/** A card that is plainly no document: its own colours, and 样本 across it. */
function blankCard(tint: string): { pen: SKRSContext2D; finish: () => Buffer } {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext('2d');
  pen.fillStyle = tint;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.strokeStyle = 'rgba(11,107,122,0.25)';
  pen.lineWidth = 2;
  for (let y = 20; y < HEIGHT; y += 26) {
    pen.beginPath();
    pen.moveTo(0, y);
    pen.bezierCurveTo(WIDTH / 3, y - 30, (2 * WIDTH) / 3, y + 30, WIDTH, y);
    pen.stroke();
  }
  pen.fillStyle = '#17212B';
  const finish = (): Buffer => {
    pen.save();
    pen.translate(WIDTH / 2, HEIGHT / 2);
    pen.rotate(-0.42);
    pen.textAlign = 'center';
    pen.fillStyle = 'rgba(185,58,50,0.42)';
    text(pen, '样本 · 仅供演示', 0, 40, 104);
    pen.restore();
    return canvas.toBuffer('image/jpeg', 88);
  };
  return { pen, finish };
}

export interface SampleCard {
  name: string;
  idNumber: string;
  address?: string;
}

/** The side with the picture of a sample card, as a photo of an ID card front is uploaded. */
export function idCardFrontJpeg(person: Person | number, card: SampleCard): Buffer {
  const { pen, finish } = blankCard('#E8F0F2');
  text(pen, `姓名  ${card.name}`, 70, 130, 40);
  text(pen, `住址  ${card.address ?? '样本省样本市样本路 1 号'}`, 70, 240, 32);
  text(pen, `号码  ${card.idNumber}`, 70, 560, 40);
  const scene = { width: 1012, height: 638, cx: 810, cy: 270, size: 92, light: 1 };
  pen.save();
  pen.beginPath();
  pen.rect(680, 90, 260, 380);
  pen.clip();
  pen.fillStyle = '#D5DEE6';
  pen.fillRect(680, 90, 260, 380);
  drawPerson(pen, asPerson(person), NEUTRAL, {
    ...scene,
    wall: [213, 222, 230],
    noise: 0,
    noiseSeed: 1,
  });
  pen.restore();
  return finish();
}

/** The other side of a sample card; it carries no emblem of any state. */
export function idCardBackJpeg(): Buffer {
  const { pen, finish } = blankCard('#F3EFE6');
  text(pen, '续证演示卡片 背面', 300, 220, 46);
  text(pen, '签发机关  续证演示', 240, 460, 36);
  text(pen, '有效期限  长期', 240, 530, 36);
  return finish();
}
