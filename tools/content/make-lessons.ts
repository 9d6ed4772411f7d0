/**
 * Makes the lesson videos: slides drawn here, Chinese speech by espeak-ng, joined by ffmpeg.
 *   node tools/content/make-lessons.ts           the three lessons of api/content/lessons
 *   node tools/content/make-lessons.ts short     the lessons of 8–12 s in api/content/short-lessons
 * Made once and committed; nobody needs espeak-ng or ffmpeg to run the product.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { lessonScripts } from './scripts.ts';
import { shortLessonScripts } from './short-scripts.ts';
import type { LessonScript } from './script-types.ts';
import { drawSlide, loadSlideFonts } from './slide.ts';
import { measureSeconds, speak } from './speech.ts';

interface Shot {
  picture: string;
  sound: string;
  seconds: number;
  text: string;
}

const root = join(import.meta.dirname, '../..');
const pauseSeconds = 0.45;
const ffmpeg = (...args: string[]) => execFileSync('ffmpeg', ['-y', '-v', 'error', ...args]);

/** Draws and speaks every cue of a lesson into `work`. */
function shoot(lesson: LessonScript, work: string): Shot[] {
  const total = lesson.slides.reduce((sum, slide) => sum + slide.cues.length, 0);
  const shots: Shot[] = [];
  lesson.slides.forEach((slide, at) =>
    slide.cues.forEach((cue, step) => {
      const name = join(work, String(shots.length).padStart(2, '0'));
      writeFileSync(`${name}.png`, drawSlide(lesson, at, step, (shots.length + 1) / total));
      speak(cue.say, `${name}-voice.wav`);
      // Cut the silence espeak leaves at the end, then add the same short breath after every cue.
      ffmpeg(
        '-i',
        `${name}-voice.wav`,
        '-af',
        `areverse,silenceremove=1:0:-50dB,areverse,apad=pad_dur=${pauseSeconds}`,
        '-ar',
        '48000',
        `${name}.wav`,
      );
      shots.push({
        picture: `${name}.png`,
        sound: `${name}.wav`,
        seconds: measureSeconds(`${name}.wav`),
        text: cue.say,
      });
    }),
  );
  return shots;
}

/** WebVTT time stamp. */
const stamp = (seconds: number) => new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);

function writeSubtitles(shots: Shot[], into: string): { from: number; to: number; text: string }[] {
  let from = 0;
  const cues = shots.map((shot) => {
    const cue = { from, to: from + shot.seconds - pauseSeconds / 2, text: shot.text };
    from += shot.seconds;
    return cue;
  });
  const lines = cues.map(
    (cue, i) => `${i + 1}\n${stamp(cue.from)} --> ${stamp(cue.to)}\n${cue.text}\n`,
  );
  writeFileSync(into, `WEBVTT\n\n${lines.join('\n')}`);
  return cues.map((cue) => ({
    ...cue,
    from: Number(cue.from.toFixed(3)),
    to: Number(cue.to.toFixed(3)),
  }));
}

const plain =
  '-ac 1 -vf fps=25 -fps_mode cfr -g 125 -pix_fmt yuv420p -map_metadata -1 -fflags +bitexact -flags:v +bitexact';
const vp9 =
  '-c:v libvpx-vp9 -crf 36 -b:v 0 -deadline good -cpu-used 4 -row-mt 1 -c:a libopus -b:a 32k';
const h264 =
  '-c:v libx264 -preset slow -tune stillimage -crf 28 -profile:v high -c:a aac -b:a 48k -movflags +faststart';

/** Joins pictures and speech and encodes both containers, 25 pictures and one key frame in 5 s. */
function encode(shots: Shot[], work: string, out: string): void {
  const pictures = shots.map((s) => `file '${s.picture}'\nduration ${s.seconds.toFixed(4)}`);
  const last = `file '${shots.at(-1)?.picture}'`;
  const [images, sounds] = [join(work, 'pictures.txt'), join(work, 'sounds.txt')];
  writeFileSync(images, [...pictures, last].join('\n'));
  writeFileSync(sounds, shots.map((s) => `file '${s.sound}'`).join('\n'));
  const total = String(shots.reduce((sum, s) => sum + s.seconds, 0));
  const list = ['-f', 'concat', '-safe', '0', '-i'];
  const voice = ['-af', 'highpass=f=90,lowpass=f=7500,loudnorm=I=-18:TP=-2:LRA=7,aresample=48000'];
  const input = [...list, images, ...list, sounds, '-t', total, ...voice, ...plain.split(' ')];
  ffmpeg(...input, ...vp9.split(' '), join(out, 'lesson.webm'));
  ffmpeg(...input, ...h264.split(' '), join(out, 'lesson.mp4'));
}

async function writePoster(lesson: LessonScript, into: string): Promise<void> {
  const canvas = createCanvas(640, 360);
  canvas.getContext('2d').drawImage(await loadImage(drawSlide(lesson, 0, 0, 0)), 0, 0, 640, 360);
  writeFileSync(into, canvas.toBuffer('image/jpeg', 82));
}

async function make(lesson: LessonScript, folder: string): Promise<void> {
  const out = join(root, folder, lesson.slug);
  const work = mkdtempSync(join(tmpdir(), 'lesson-'));
  mkdirSync(out, { recursive: true });
  try {
    const shots = shoot(lesson, work);
    const subtitles = writeSubtitles(shots, join(out, 'subtitles.zh.vtt'));
    encode(shots, work, out);
    await writePoster(lesson, join(out, 'poster.jpg'));
    // The shorter container decides: a lesson must be completable in either.
    const lengths = ['lesson.webm', 'lesson.mp4'].map((file) => measureSeconds(join(out, file)));
    const durationSeconds = Math.floor(Math.min(...lengths) * 10) / 10;
    const { slug, title, topic, aim } = lesson;
    writeFileSync(
      join(out, 'lesson.json'),
      `${JSON.stringify({ slug, title, topic, aim, language: 'zh-CN', durationSeconds, subtitles }, null, 2)}\n`,
    );
    process.stdout.write(`${lesson.slug}: ${durationSeconds} s\n`);
  } finally {
    rmSync(work, { recursive: true });
  }
}

loadSlideFonts();
const short = process.argv.includes('short');
for (const lesson of short ? shortLessonScripts : lessonScripts)
  await make(lesson, short ? 'api/content/short-lessons' : 'api/content/lessons');
