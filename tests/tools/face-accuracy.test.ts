import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PairsFault, parsePairs } from '../../tools/photo-pairs/pairs-file.ts';
import { peopleOf } from '../../tools/photo-pairs/people.ts';
import { ownFolder, runScript } from './run-script.ts';

const pairOf = (fileA: string, fileB: string, same: boolean) => ({
  ...{ fileA, fileB, same },
  groups: [],
});

describe('a list of photo pairs', () => {
  test('is read with a byte order mark, quotes and words for yes and no', () => {
    const text =
      '\ufeffFile_A,file_b,same,region,photo id\r\n"a, 1.jpg",b.png,是,"东亚",1\r\nc.jpg,d\\e.jpg,FALSE,,2\r\n';
    expect(parsePairs(text)).toEqual([
      {
        ...{ fileA: 'a, 1.jpg', fileB: 'b.png', same: true },
        groups: ['region=东亚', 'photo id=1'],
      },
      { fileA: 'c.jpg', fileB: 'd/e.jpg', same: false, groups: ['photo id=2'] },
    ]);
  });

  test('names people’s numbers no groups', () => {
    const rows = Array.from({ length: 50 }, (_, n) => `a${n}.jpg,b${n}.jpg,1,${n},m`);
    const [first] = parsePairs(`file_a,file_b,same,person,gender\n${rows.join('\n')}`);
    expect(first?.groups).toEqual(['gender=m']);
  });

  test.each([
    ['', /没有任何照片对/],
    ['a,b\n1,2', /缺少列:file_a、file_b、same/],
    ['file_a,file_b,same\na,b,1\nc,d,maybe', /第 3 行.*maybe/],
  ])('that is wrong says so in a sentence: %j', (text, words) => {
    expect(() => parsePairs(text)).toThrow(PairsFault);
    expect(() => parsePairs(text)).toThrow(words);
  });

  test('tells who is who: whoever same pairs connect is one person', () => {
    const people = peopleOf([
      pairOf('a', 'b', true),
      pairOf('c', 'b', true),
      pairOf('d', 'e', true),
      pairOf('a', 'd', false),
      pairOf('f', 'e', false),
    ]);
    expect(people.get('a')).toBe(people.get('c'));
    expect(people.get('d')).toBe(people.get('e'));
    expect(new Set(people.values()).size).toBe(3);
  });

  test('believes the paths where they agree with every pair', () => {
    const pairs = [
      pairOf('Li_0001.jpg', 'Li_0002.jpg', true),
      pairOf('Li_0003.jpg', 'Wang_0001.jpg', false),
    ];
    expect(peopleOf(pairs).get('Li_0003.jpg')).toBe(peopleOf(pairs).get('Li_0001.jpg'));
    // Folders of a region name nobody.
    const regions = [
      pairOf('asia/1.jpg', 'asia/2.jpg', true),
      pairOf('asia/3.jpg', 'asia/4.jpg', false),
    ];
    expect(new Set(peopleOf(regions).values()).size).toBe(3);
  });
});

describe('the command that measures', () => {
  test('without a folder, or with a wrong one, it says what to do', async () => {
    const nowhere = await runScript('tests/bench/run-bench.ts', {}, ['face-accuracy']);
    expect(nowhere).toMatchObject({ code: 1, words: '请指明照片文件夹:--dataset 文件夹。' });
    const args = ['face-accuracy', '--dataset', join(await ownFolder(), 'no')];
    const empty = await runScript('tests/bench/run-bench.ts', {}, args);
    expect(empty.code).toBe(1);
    expect(empty.words).toMatch(/没有可读的 pairs.csv/);
  });

  test('the bare command lists what can be measured', async () => {
    const { code, words } = await runScript('tests/bench/run-bench.ts');
    expect(code).toBe(0);
    expect(words).toMatch(/face-accuracy --dataset/);
  });
});
