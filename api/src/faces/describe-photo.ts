import { areaOf, ok, refuse, type FaceFacts, type FrameFacts, type Result } from '@xuzheng/engine';
import type { DetectorKind } from './detector.ts';
import { embedFrame } from './embed-frame.ts';
import { measureOne } from './measure-frames.ts';
import { pictureSize, reframed, type Reframing } from './picture.ts';
import type { FaceTemplate } from './template.ts';
import type { ThreadPool } from './thread-pool.ts';

/** A photo as it was measured: its main face alone, or none. */
export interface DescribedPhoto {
  frame: FrameFacts;
  template: FaceTemplate | null;
}

/** Smaller than this, a photo is most likely a face cut out of a larger one. */
const CROP_SIDE = 400;

/** Side to which a small photo is enlarged: detector and landmarks want a face of 100 px and more. */
const ENLARGED_SIDE = 480;

/** Detectors know faces with a head around them: a tight crop gets a border, as shares of a side. */
const BORDERS = [0.5, 0.1];

/** A face narrower than this in a large photo is cut out of it and looked at again. */
const FACE_WIDTH_PX = 160;

/** So much around a face is cut out with it, as shares of its box. */
const AROUND = 0.7;

type View = Reframing | null;

interface Seen {
  bytes: Uint8Array;
  frame: FrameFacts;
}

function viewsOf(longSide: number): View[] {
  const enlarged = BORDERS.map((border) => ({ side: ENLARGED_SIDE, border }));
  return longSide < CROP_SIDE ? enlarged : [null, ...enlarged];
}

/** Landmarks whose nose lies far outside the jaw were put on something else than a face. */
const isPlausible = (face: FaceFacts): boolean => Math.abs(face.metrics.yaw) <= 1.2;

/** The largest face, a little less the farther from the middle it is. */
function mainFace(frame: FrameFacts): FaceFacts | undefined {
  const weight = ({ box }: FaceFacts): number => {
    const aside = Math.hypot(
      (box.x + box.width / 2) / frame.width - 0.5,
      (box.y + box.height / 2) / frame.height - 0.5,
    );
    return areaOf(box) * (1 - Math.min(0.9, aside));
  };
  return frame.faces.filter(isPlausible).sort((a, b) => weight(b) - weight(a))[0];
}

async function look(
  pool: ThreadPool,
  bytes: Uint8Array,
  detector: DetectorKind,
): Promise<Result<Seen>> {
  const measured = await measureOne(pool, { bytes, atMs: 0 }, detector, false);
  if (!measured.ok) return measured;
  const { frame } = measured.value;
  const face = mainFace(frame);
  return ok({ bytes, frame: { ...frame, faces: face ? [face] : [] } });
}

/** Looks at the views in turn, quickly at first, until one shows a face. */
async function firstSight(
  pool: ThreadPool,
  bytes: Uint8Array,
  views: readonly View[],
): Promise<Result<Seen>> {
  let first: Result<Seen> = refuse('profile/pictureInvalid');
  const made = new Map<View, Uint8Array>([[null, bytes]]);
  for (const detector of ['tiny', 'thorough'] as const) {
    for (const view of views) {
      const known = made.get(view);
      const picture = known || view === null ? ok(known ?? bytes) : await reframed(bytes, view);
      if (!picture.ok) return picture;
      made.set(view, picture.value);
      const sight = await look(pool, picture.value, detector);
      if (!sight.ok || sight.value.frame.faces.length > 0) return sight;
      if (!first.ok) first = sight;
    }
  }
  return first;
}

/** The same face cut out of the photo and enlarged, when it is small there. */
async function closer(pool: ThreadPool, photo: Uint8Array, seen: Seen): Promise<Seen> {
  const { frame, bytes } = seen;
  const box = frame.faces[0]?.box;
  if (!box || bytes !== photo || box.width >= FACE_WIDTH_PX) return seen;
  const part = {
    left: (box.x - AROUND * box.width) / frame.width,
    top: (box.y - AROUND * box.height) / frame.height,
    width: ((1 + 2 * AROUND) * box.width) / frame.width,
    height: ((1 + 2 * AROUND) * box.height) / frame.height,
  };
  const cut = await reframed(photo, { side: ENLARGED_SIDE, border: 0.1, part });
  const again = cut.ok ? await look(pool, cut.value, 'tiny') : cut;
  return again.ok && again.value.frame.faces.length > 0 ? again.value : seen;
}

/**
 * The main face of any photo: small ones are enlarged, tight ones get a border, and of several faces
 * the largest near the middle counts. Not for checks: a camera's frame is judged as it comes.
 * Refusals: those of the picture, and `face/unavailable`.
 */
export async function describePhoto(
  pool: ThreadPool,
  bytes: Uint8Array,
): Promise<Result<DescribedPhoto>> {
  const model = await pool.model();
  if (!model) return refuse('face/unavailable', { why: 'starting' });
  const size = await pictureSize(bytes);
  if (!size.ok) return size;
  const longSide = Math.max(size.value.width, size.value.height);
  const sight = await firstSight(pool, bytes, viewsOf(longSide));
  if (!sight.ok) return sight;
  const seen = await closer(pool, bytes, sight.value);
  const { frame } = seen;
  if (frame.faces.length === 0) return ok({ frame, template: null });
  const template = await embedFrame(pool, model, seen.bytes, frame);
  return template.ok ? ok({ frame, template: template.value }) : template;
}
