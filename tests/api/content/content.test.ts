import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { isPost } from '@xuzheng/engine';

const file = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

interface Question {
  id: string;
  post: string;
  kind: string;
  topic: string;
  stem: string;
  answer: string;
  explanation: string;
  options: string[];
}

const questions: Question[] = parse<Record<string, string>>(
  readFileSync(file('api/content/questions.csv')),
  {
    columns: true,
  },
).map((row) => ({
  ...(row as unknown as Question),
  options: [...'ABCDEF'].map((letter) => row[`option${letter}`] ?? '').filter(Boolean),
}));

const countBy = (key: (question: Question) => string) => {
  const counts = new Map<string, number>();
  for (const question of questions) counts.set(key(question), (counts.get(key(question)) ?? 0) + 1);
  return counts;
};

describe('the question bank', () => {
  it('holds at least 150 questions for every post, and more for some', () => {
    expect(questions.filter(({ post }) => post === '*').length).toBeGreaterThanOrEqual(150);
    for (const { post } of questions) expect(post === '*' || isPost(post), post).toBe(true);
  });

  it('asks nothing twice', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    expect(new Set(questions.map(({ stem }) => stem)).size).toBe(questions.length);
  });

  it.each(questions.map((question) => [question.id, question] as const))(
    '%s is well formed',
    (_, question) => {
      const { kind, stem, options, answer, explanation } = question;
      const chosen = [...answer].map((letter) => 'ABCDEF'.indexOf(letter));
      expect(stem.length).toBeGreaterThan(6);
      expect(explanation.length).toBeGreaterThan(4);
      expect(new Set(options).size).toBe(options.length);
      expect(chosen.every((at) => at >= 0 && at < options.length)).toBe(true);
      expect([...new Set(chosen)].toSorted((a, b) => a - b)).toEqual(chosen);
      if (kind === 'single') expect([options.length, chosen.length]).toEqual([4, 1]);
      else if (kind === 'multiple') expect(chosen.length).toBeGreaterThan(1);
      else expect([kind, options, chosen.length]).toEqual(['trueFalse', ['正确', '错误'], 1]);
      // A blank belongs to what is chosen; a statement to be judged has none.
      expect(stem.includes('（　）')).toBe(kind !== 'trueFalse');
    },
  );

  it('is balanced over topics, kinds and answers', () => {
    const topics = [...countBy(({ topic }) => topic).values()];
    expect(topics.length).toBeGreaterThanOrEqual(12);
    expect(Math.max(...topics) / Math.min(...topics)).toBeLessThan(1.5);
    for (const count of countBy(({ kind }) => kind).values()) expect(count).toBeGreaterThan(30);
    const singles = questions.filter(({ kind }) => kind === 'single');
    for (const letter of 'ABCD')
      expect(singles.filter(({ answer }) => answer === letter).length).toBeGreaterThan(
        singles.length / 6,
      );
    const judged = questions.filter(({ kind }) => kind === 'trueFalse');
    const right = judged.filter(({ answer }) => answer === 'A').length / judged.length;
    expect(right).toBeGreaterThan(0.35);
    expect(right).toBeLessThan(0.65);
  });
});

interface Lesson {
  slug: string;
  title: string;
  topic: string;
  durationSeconds: number;
  subtitles: { from: number; to: number; text: string }[];
}

const lessonsIn = (folder: string) =>
  readdirSync(file(folder)).map((slug) => ({
    home: `${folder}/${slug}`,
    lesson: JSON.parse(readFileSync(file(`${folder}/${slug}/lesson.json`), 'utf8')) as Lesson,
  }));

const shipped = lessonsIn('api/content/lessons');
const short = lessonsIn('api/content/short-lessons');

/** Length by the container's own header, without ffmpeg: MP4 mvhd, WebM Duration (ns scale 1 ms). */
function headerSeconds(path: string): number {
  const bytes = readFileSync(file(path));
  const mvhd = bytes.indexOf('mvhd');
  if (mvhd > 0) return bytes.readUInt32BE(mvhd + 20) / bytes.readUInt32BE(mvhd + 16);
  const at = bytes.indexOf(Buffer.from([0x44, 0x89, 0x88]));
  return bytes.readDoubleBE(at + 3) / 1000;
}

describe.each([...shipped, ...short])('lesson $lesson.slug', ({ home, lesson }) => {
  it('is as long in both containers as it says', () => {
    for (const name of ['lesson.webm', 'lesson.mp4'])
      expect(Math.abs(headerSeconds(`${home}/${name}`) - lesson.durationSeconds)).toBeLessThan(
        0.25,
      );
  });

  it('has subtitles in order that stay within the video', () => {
    const times = lesson.subtitles.flatMap(({ from, to }) => [from, to]);
    expect(times.toSorted((a, b) => a - b)).toEqual(times);
    expect(times.at(-1)).toBeLessThanOrEqual(lesson.durationSeconds + 0.1);
    const vtt = readFileSync(file(`${home}/subtitles.zh.vtt`), 'utf8');
    expect(vtt.startsWith('WEBVTT\n\n')).toBe(true);
    for (const { text } of lesson.subtitles) expect(vtt).toContain(text);
  });

  it('is small enough for a phone on the move', () => {
    for (const name of ['lesson.webm', 'lesson.mp4', 'poster.jpg'])
      expect(statSync(file(`${home}/${name}`)).size).toBeLessThan(1_500_000);
  });
});

describe('lessons', () => {
  it('are three of 60 to 90 seconds, and three of 8 to 12 for tests', () => {
    expect(
      shipped.map(({ lesson }) => lesson.durationSeconds).every((s) => s >= 60 && s <= 90),
    ).toBe(true);
    expect(short.map(({ lesson }) => lesson.durationSeconds).every((s) => s >= 8 && s <= 12)).toBe(
      true,
    );
    expect([shipped.length, short.length]).toEqual([3, 3]);
  });

  it('are committed, not made on the spot', () => {
    const listed = execFileSync('git', ['ls-files', 'api/content/lessons'], {
      cwd: file('.'),
      encoding: 'utf8',
    });
    for (const { home } of shipped) expect(listed).toContain(`${home}/lesson.webm`);
  });
});
