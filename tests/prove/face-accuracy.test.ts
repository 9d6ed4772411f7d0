import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawnPerformer, portraitJpeg, snapshotOf } from '../../tools/faces/index.ts';
import { ownFolder, runScript } from '../tools/run-script.ts';

describe('face-accuracy on a small set of drawn people', () => {
  let folder: string;
  // Drawn people who are at least as far apart as strangers are.
  const people = [193, 289, 175, 345, 369, 287, 320, 375, 311, 225, 72];
  const photo = (n: number, shot: string) => `照片/${n}-${shot}.${shot === 'b' ? 'png' : 'jpg'}`;

  beforeAll(async () => {
    folder = await ownFolder();
    await mkdir(join(folder, '照片'));
    for (const [n, seed] of people.entries()) {
      await writeFile(join(folder, photo(n, 'a')), portraitJpeg(seed));
      // The second shot is small and tightly cropped, as in public sets, and lies on its side.
      const shot = sharp(snapshotOf(drawnPerformer(seed), n)).resize(320, 240);
      const crop = { left: 90, top: 40, width: 140, height: 170 };
      await shot
        .extract(crop)
        .png()
        .toFile(join(folder, photo(n, 'b')));
    }
    const turned = await sharp(portraitJpeg(people[0]!))
      .rotate(90)
      .withMetadata({ orientation: 8 });
    await turned.jpeg().toFile(join(folder, '照片/turned.jpg'));
    await writeFile(
      join(folder, '照片/wall.jpg'),
      await sharp({
        create: { width: 300, height: 300, channels: 3, background: '#889' },
      })
        .jpeg()
        .toBuffer(),
    );
    const own = people.map((_, n) => [photo(n, 'a'), photo(n, 'b'), '1', n % 2 ? '女' : '男']);
    const others = people.map((_, n) => [photo(n, 'a'), photo((n + 1) % 11, 'b'), '0', '']);
    const rows = [
      ...[...own, ...others],
      [photo(0, 'a'), '照片/turned.jpg', 'true', '男'],
      [photo(0, 'a'), '照片/wall.jpg', 'false', '男'],
      [photo(1, 'a'), '照片/missing.jpg', '是', '女'],
    ];
    const text = ['file_a,file_b,same,性别', ...rows.map((row) => row.join(','))].join('\r\n');
    await writeFile(join(folder, 'pairs.csv'), `\ufeff${text}`);
  });

  test('counts the full decision of every group, one JSON line each', async () => {
    const { code, words } = await runScript('tests/bench/run-bench.ts', {}, [
      ...['face-accuracy', '--dataset', folder],
    ]);
    expect(code, words).toBe(0);
    const lines = words
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const figures = lines.map(({ framesPerSecond, ...rest }) => {
      expect(framesPerSecond).toBeGreaterThan(0);
      return rest;
    });
    const workload = 'face-accuracy';
    const none = { uncertain: 0, missed: 0, falselyMatched: 0 };
    expect(figures).toEqual([
      { workload, group: 'all', genuine: 13, matched: 12, impostors: 12, noFace: 2, ...none },
      { workload, group: '性别=女', genuine: 6, matched: 5, impostors: 0, noFace: 1, ...none },
      { workload, group: '性别=男', genuine: 7, matched: 7, impostors: 1, noFace: 1, ...none },
    ]);
    expect(words).toMatch(/找不到照片“照片\/missing.jpg”/);
  });

  test('calibration proposes bounds with counts and says how little few pairs show', async () => {
    const { code, words } = await runScript('tools/calibrate-faces.ts', {}, ['--dataset', folder]);
    expect(code, words).toBe(0);
    const { calibration } = JSON.parse(words.split('\n').at(-1) ?? '') as {
      calibration: { proposed: object; inForce: object; bounds: { descriptor: string } };
    };
    expect(calibration.proposed).toMatchObject({ genuine: 12, impostors: 11, falselyMatched: 0 });
    expect(calibration.inForce).toMatchObject({ matched: 12, falselyMatched: 0 });
    expect(calibration.bounds.descriptor).toBe('mobilefacenet');
    expect(words).toMatch(/异人对只有 11 对;至少 3688 对/);
  });
});
