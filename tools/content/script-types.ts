import type { SKRSContext2D } from '@napi-rs/canvas';

/** One spoken sentence and the line of the slide that appears with it. */
export interface Cue {
  /** Text on the slide; figures as digits. */
  show: string;
  /** Text spoken and subtitled; figures in Chinese characters, as they are read aloud. */
  say: string;
}

/** Draws a picture into a box of 520 × 460 whose origin is its top left corner. */
export type DrawScene = (pen: SKRSContext2D, step: number) => void;

export interface Slide {
  heading: string;
  cues: Cue[];
  draw: DrawScene;
}

/** What a lesson says and shows, from which its video is made. */
export interface LessonScript {
  slug: string;
  title: string;
  topic: string;
  /** One line under the title: what the learner can do afterwards. */
  aim: string;
  slides: Slide[];
}
