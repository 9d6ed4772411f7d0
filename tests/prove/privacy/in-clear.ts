/** What must not lie in clear anywhere, by the name a failure is told with. */
export type Secrets = Readonly<Record<string, string>>;

/** The bytes of one place where something could lie in clear. */
export interface Place {
  readonly where: string;
  readonly bytes: Buffer;
}

const ALIGNMENTS = [0, 1, 2] as const;
const ESCAPE_DIGITS = 4;

/** Base64 as it looks inside a longer text: the whole characters, for each place a value can begin. */
function base64Cores(bytes: Buffer): string[] {
  return ALIGNMENTS.map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor((whole.length * 8) / 6);
    return whole.toString('base64').slice(from, to);
  });
}

/** GBK is what Chinese systems around a registry write; Node reads it but does not write it. */
let gbkCodes: ReadonlyMap<string, readonly [number, number]> | undefined;
function readGbkCodes(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, readonly [number, number]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++)
      codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return codes;
}

function gbk(value: string): Buffer | null {
  if (/^[\x20-\x7e]*$/.test(value)) return null;
  gbkCodes ??= readGbkCodes();
  const bytes: number[] = [];
  for (const character of value) {
    const code = gbkCodes.get(character);
    if (code === undefined) return null;
    bytes.push(...code);
  }
  return Buffer.from(bytes);
}

const escaped = (value: string): string =>
  [...Array(value.length).keys()]
    .map((n) => `\\u${value.charCodeAt(n).toString(16).padStart(ESCAPE_DIGITS, '0')}`)
    .join('');

const percented = (bytes: Buffer): string =>
  [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** The encodings a value may have been written in, as bytes. */
function encodingsOf(value: string): Record<string, Buffer> {
  const wide = Buffer.from(value, 'utf16le');
  const chinese = gbk(value);
  return {
    'UTF-8': Buffer.from(value, 'utf8'),
    'UTF-16 LE': wide,
    'UTF-16 BE': Buffer.from(wide).swap16(),
    ...(chinese ? { GBK: chinese } : {}),
  };
}

/** A value in every writing it could be found in: as it is, base64, hex, percent and JSON escapes. */
export function writingsOf(value: string): ReadonlyMap<string, Buffer> {
  const writings = new Map<string, Buffer>();
  const add = (name: string, written: string) => writings.set(name, Buffer.from(written));
  for (const [encoding, bytes] of Object.entries(encodingsOf(value))) {
    writings.set(encoding, bytes);
    for (const [n, core] of base64Cores(bytes).entries()) {
      add(`${encoding} base64 +${n}`, core);
      add(`${encoding} base64url +${n}`, core.replaceAll('+', '-').replaceAll('/', '_'));
    }
    for (const [name, written] of [
      ['hex', bytes.toString('hex')],
      ['percent', percented(bytes)],
    ] as const) {
      add(`${encoding} ${name}`, written);
      add(`${encoding} ${name} capitals`, written.toUpperCase());
    }
  }
  add('JSON', escaped(value));
  return writings;
}

/** Every secret that lies in clear somewhere, with the writing and the place: none, one hopes. */
export function foundInClear(places: readonly Place[], secrets: Secrets): string[] {
  const sought = Object.entries(secrets).map(
    ([name, value]) => [name, [...writingsOf(value)]] as const,
  );
  return places.flatMap(({ where, bytes }) =>
    sought.flatMap(([name, writings]) =>
      writings
        .filter(([, written]) => bytes.includes(written))
        .map(([writing]) => `${name} (${writing}) in ${where}`),
    ),
  );
}
