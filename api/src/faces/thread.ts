import { parentPort, workerData } from 'node:worker_threads';
import type { DescriptorKind, Result } from '@xuzheng/engine';
import { perceptualHash, sharpnessOf, meanLuma } from './brightness.ts';
import { findFaces } from './detector.ts';
import { loadEmbedder, type Embedder } from './embedder.ts';
import type { EmbedJob, Embedded, FaceJob, JobMessage, Measured, MeasureJob } from './jobs.ts';
import type { ThreadMessage } from './jobs.ts';
import { loadModels, type Models } from './models.ts';
import { digestOf, readPixels, type Pixels } from './picture.ts';

// One thread of the face pool: loads the networks once, then answers one job at a time.

interface Tools {
  models: Models;
  embedder: Embedder;
}

async function measure(tools: Tools, job: MeasureJob): Promise<Result<Measured>> {
  const read = await readPixels(job.bytes, job.maxSide);
  if (!read.ok) return read;
  const pixels = read.value;
  const faces = await findFaces(tools.models, pixels, job.detector);
  const first = faces[0];
  const value: Measured = {
    frame: {
      digest: digestOf(job.bytes),
      width: pixels.width,
      height: pixels.height,
      luma: meanLuma(pixels),
      faces,
    },
    sharpness: job.closely && first ? sharpnessOf(pixels, first.box) : null,
    perceptualHash: job.closely ? perceptualHash(pixels) : null,
  };
  return { ok: true, value };
}

async function embed(tools: Tools, job: EmbedJob): Promise<Result<Embedded>> {
  const read = await readPixels(job.bytes, job.maxSide);
  if (!read.ok) return read;
  return { ok: true, value: { vector: await tools.embedder.embed(read.value, job.landmarks) } };
}

const run = (tools: Tools, job: FaceJob): Promise<Result<Measured | Embedded>> =>
  job.kind === 'measure' ? measure(tools, job) : embed(tools, job);

/** The first inference of each network compiles it: paid here, not by the first learner. */
async function warmUp(tools: Tools): Promise<void> {
  const grey: Pixels = { data: Buffer.alloc(320 * 240 * 3, 128), width: 320, height: 240 };
  const anywhere = Array.from(
    { length: 68 },
    (_, index) => [index * 3, (index * 7) % 200] as const,
  );
  await findFaces(tools.models, grey, 'tiny');
  await tools.embedder.embed(grey, anywhere);
}

async function main(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('the face thread runs inside the face pool only');
  const send = (message: ThreadMessage) => port.postMessage(message);
  const startedAt = performance.now();
  const models = await loadModels();
  const { descriptor } = workerData as { descriptor: DescriptorKind };
  const tools: Tools = { models, embedder: await loadEmbedder(models, descriptor) };
  await warmUp(tools);
  port.on('message', ({ id, job }: JobMessage) => {
    const begunAt = performance.now();
    run(tools, job).then(
      (result) => {
        if (result.ok) {
          send({ kind: 'done', id, value: result.value, ms: performance.now() - begunAt });
        } else {
          send({ kind: 'refused', id, code: result.refusal.code });
        }
      },
      (fault: unknown) => {
        send({ kind: 'failed', id, message: fault instanceof Error ? fault.message : 'unknown' });
      },
    );
  });
  send({
    kind: 'ready',
    model: {
      descriptor: tools.embedder.descriptor,
      modelId: tools.embedder.modelId,
      weightsHash: tools.embedder.weightsHash,
    },
    warmUpMs: performance.now() - startedAt,
  });
}

await main();
