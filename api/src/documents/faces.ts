import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import type { Font } from 'fontkit';

/** The faces a document is set in; `rareJp` and `rareHk` only ever stand in for missing characters. */
export type FaceName = 'body' | 'strong' | 'title' | 'rareJp' | 'rareHk';

/** A stretch of text one face can draw; without a face, one character that none of them has. */
export type Run = { readonly text: string; readonly face: FaceName | null };

const google = (path: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/${path}`));
const own = (name: string) =>
  fileURLToPath(new URL(`../../content/fonts/${name}`, import.meta.url));

const FILES: Record<FaceName, string> = {
  body: google('noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  strong: google('noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf'),
  title: google('noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  rareJp: own('rare-han-jp.ttf'),
  rareHk: own('rare-han-hk.ttf'),
};

const FALLBACKS: readonly FaceName[] = ['rareJp', 'rareHk'];

const loaded = new Map<FaceName, Font>();

/** A face, read once per process: its tables cost more than a document set in it. */
export function loadFace(name: FaceName): Font {
  const known = loaded.get(name);
  if (known) return known;
  // None of the files is a collection, so `create` gives a font.
  const font = fontkit.create(readFileSync(FILES[name])) as Font;
  loaded.set(name, font);
  return font;
}

// Direction marks, joiners and other unprintable characters could make a name look like another one.
const UNPRINTABLE = /\p{C}|\p{Zl}|\p{Zp}|\p{Variation_Selector}/gu;

/** The text as it may be printed: NFC, without control and direction characters. */
export const printable = (text: string): string =>
  text.normalize('NFC').replaceAll(UNPRINTABLE, '');

function faceFor(character: string, wanted: FaceName): FaceName | null {
  const code = character.codePointAt(0) ?? 0;
  const has = (name: FaceName) => loadFace(name).hasGlyphForCodePoint(code);
  if (has(wanted)) return wanted;
  return FALLBACKS.find(has) ?? null;
}

/**
 * Splits text into runs by coverage. Noto Sans SC has the 8,105 characters of the national table and
 * more, but not 𠮷; two small faces cut from Noto Sans JP and HK add 2,327 characters. What none of
 * them has becomes a run without a face, which is drawn as its code point in a frame, never as an
 * empty box.
 */
export function runsOf(text: string, wanted: FaceName): Run[] {
  const runs: { text: string; face: FaceName | null }[] = [];
  for (const character of printable(text)) {
    const face = faceFor(character, wanted);
    const last = runs.at(-1);
    if (face && last?.face === face) last.text += character;
    else runs.push({ text: character, face });
  }
  return runs;
}
