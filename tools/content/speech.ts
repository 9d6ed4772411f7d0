import { execFileSync } from 'node:child_process';
import { customPinyin, pinyin } from 'pinyin-pro';

// Words of the trade that the dictionary reads wrongly.
customPinyin({ 荷载: 'hè zài', 露筋: 'lòu jīn' });

/**
 * Chinese text as the numbered pinyin espeak-ng's `cmn-latn-pinyin` voice reads, words joined.
 * The voice's own reading of Chinese characters falls back to English for most of them.
 */
export function toSpokenPinyin(text: string): string {
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)];
  const sounds = pinyin(text, { toneType: 'num', type: 'array', toneSandhi: true });
  let at = 0;
  return words
    .map(({ segment }) => {
      const own = sounds.slice(at, at + [...segment].length);
      at += [...segment].length;
      return own.join('').replaceAll('0', '5');
    })
    .join(' ')
    .replaceAll(/[，、：；]/g, ',')
    .replaceAll(/[。]/g, '.');
}

/** Speaks `text` into a WAV file (22 050 Hz, mono). */
export function speak(text: string, into: string): void {
  execFileSync('espeak-ng', [
    '-v',
    'cmn-latn-pinyin',
    '-s',
    '195',
    '-p',
    '42',
    '-w',
    into,
    toSpokenPinyin(text),
  ]);
}

/** Length of a media file in seconds. */
export function measureSeconds(file: string): number {
  const args = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file];
  return Number(execFileSync('ffprobe', args, { encoding: 'utf8' }).trim());
}
