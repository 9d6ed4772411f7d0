import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROMPT_TEXTS } from '../../engine/src/face/fault-texts.ts';
import { measureSeconds, speak } from '../content/speech.ts';

// Makes the recorded voice of the action prompts; run once, its files are committed.

const SENTENCES: Record<string, string> = {
  'open-mouth': PROMPT_TEXTS.openMouth.zh,
  'turn-left': PROMPT_TEXTS.turnLeft.zh,
  'turn-right': PROMPT_TEXTS.turnRight.zh,
  nod: PROMPT_TEXTS.nod.zh,
  'look-ahead': '请正对摄像头',
  done: '好,完成',
};

/** Silence at both ends off, even loudness, small enough for a slow phone network. */
function encode(wav: string, into: string): void {
  const trim = 'silenceremove=start_periods=1:start_threshold=-45dB';
  const filter = `${trim},areverse,${trim},areverse,loudnorm=I=-18:TP=-2,apad=pad_dur=0.05`;
  const format = ['-ac', '1', '-ar', '24000', '-c:a', 'libmp3lame', '-b:a', '48k'];
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', wav, '-af', filter, ...format, into]);
}

const target = fileURLToPath(new URL('../../learner-ui/public/voice/', import.meta.url));
const workshop = mkdtempSync(join(tmpdir(), 'xuzheng-voice-'));
mkdirSync(target, { recursive: true });
for (const [name, sentence] of Object.entries(SENTENCES)) {
  const wav = join(workshop, `${name}.wav`);
  speak(sentence, wav);
  const file = join(target, `${name}.mp3`);
  encode(wav, file);
  process.stdout.write(`${name}.mp3 ${measureSeconds(file).toFixed(2)} s\n`);
}
rmSync(workshop, { recursive: true, force: true });
