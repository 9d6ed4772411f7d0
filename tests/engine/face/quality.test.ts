import {
  frameFault,
  HANDBOOK_FACE_THRESHOLDS,
  matchFrameFault,
  portraitFault,
  type FaceFacts,
  type FrameFacts,
} from '@xuzheng/engine';
import { describe, expect, test } from 'vitest';
import { drawnFace, drawnFrame } from './drawn-landmarks.ts';

const bounds = HANDBOOK_FACE_THRESHOLDS.quality;
const withFace = (more: Partial<FaceFacts>): Partial<FrameFacts> => ({
  faces: [drawnFace({}, more)],
});
const beside = (width: number): Partial<FrameFacts> => ({
  faces: [drawnFace(), drawnFace({}, { box: { x: 0, y: 0, width, height: 240 } })],
});

const TABLE: [name: string, frame: Partial<FrameFacts>, fault: string | null][] = [
  ['one large, lit face', {}, null],
  ['an empty chair', { faces: [] }, 'noFace'],
  ['night', { faces: [], luma: 20 }, 'tooDark'],
  ['against the sun', { faces: [], luma: 235 }, 'tooBright'],
  ['a dark face in a lit room', withFace({ luma: 44 }), 'tooDark'],
  ['a face at the lower bound of light', withFace({ luma: 45 }), null],
  ['a face at the upper bound of light', withFace({ luma: 190 }), null],
  ['an over-exposed face', withFace({ luma: 191 }), 'tooBright'],
  ['a face of 119 px', withFace({ box: { x: 0, y: 0, width: 119, height: 140 } }), 'tooSmall'],
  ['a face of 120 px', withFace({ box: { x: 0, y: 0, width: 120, height: 140 } }), null],
  ['a poster far behind', beside(30), null],
  ['a second person', beside(31), 'secondFace'],
];

describe('whether a picture can be measured', () => {
  test.each(TABLE)('%s', (_name, more, fault) => {
    expect(frameFault(drawnFrame(0, {}, more), bounds)).toBe(fault);
    expect(matchFrameFault(drawnFrame(0, {}, more), bounds)).toBe(fault);
  });

  test('an action may turn the face away, a comparison may not', () => {
    const turned = drawnFrame(0, { yaw: 0.9 });
    expect(frameFault(turned, bounds)).toBeNull();
    expect(matchFrameFault(turned, bounds)).toBe('turnedAway');
    expect(matchFrameFault(drawnFrame(0, { rollDegrees: 31 }), bounds)).toBe('tilted');
    expect(matchFrameFault(drawnFrame(0, { rollDegrees: -29 }), bounds)).toBeNull();
  });

  test('a portrait must be sharp as well', () => {
    expect(portraitFault(drawnFrame(0), bounds.portraitSharpnessAtLeast, bounds)).toBeNull();
    expect(portraitFault(drawnFrame(0), bounds.portraitSharpnessAtLeast - 1, bounds)).toBe(
      'blurred',
    );
    expect(portraitFault(drawnFrame(0, {}, { faces: [] }), 500, bounds)).toBe('noFace');
  });

  test('a portrait looks ahead where a frame may look aside', () => {
    const aside = drawnFrame(0, { yaw: 0.4 });
    expect(matchFrameFault(aside, bounds)).toBeNull();
    expect(portraitFault(aside, 500, bounds)).toBe('turnedAway');
    expect(portraitFault(drawnFrame(0, { rollDegrees: 25 }), 500, bounds)).toBe('tilted');
  });
});
