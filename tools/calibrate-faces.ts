// `npm run calibrate-faces -- --dataset DIR`: proposes match thresholds from an operator's own photos.
import { parseArgs } from 'node:util';
import {
  HANDBOOK_FACE_THRESHOLDS,
  proposeBounds,
  type BoundsResult,
  type MeasuredPair,
} from '@xuzheng/engine';
import { createFacePool } from '../api/src/faces/index.ts';
import { measureSet } from './photo-pairs/measure-set.ts';
import { PairsFault } from './photo-pairs/pairs-file.ts';
import { progressTo, shareText, tableOf } from './photo-pairs/say.ts';

const SHOWN = ['belowWithCohort', 'marginAtMost', 'belowAlone'] as const;

function rowOf(name: string, result: BoundsResult): string[] {
  const share = (part: number, of: number) => (of === 0 ? null : part / of);
  const { genuine, matched, impostors, falselyMatched } = result;
  return [
    name,
    ...[genuine, matched, impostors, falselyMatched].map(String),
    shareText({ ...result.falseMatch, share: share(falselyMatched, impostors) }),
    shareText({ ...result.notMatched, share: share(genuine - matched, genuine) }),
  ];
}

function report(pairs: readonly MeasuredPair[]): void {
  const { match, version } = HANDBOOK_FACE_THRESHOLDS;
  const { bounds, proposed, inForce, impostorsNeeded } = proposeBounds(pairs, match);
  const head = ['', '同人对', '一致', '异人对', '误认', '误认率 [95 %]', '未判一致 [95 %]'];
  console.log(tableOf([head, rowOf(`现行 ${version}`, inForce), rowOf('建议', proposed)]));
  console.log(
    `\n${tableOf([
      ['阈值', '现行', '建议'],
      ...SHOWN.map((name) => [name, match[name].toFixed(2), bounds[name].toFixed(2)]),
    ])}`,
  );
  console.log('\n方括号内为 95 % 置信区间(Clopper–Pearson)。这是建议:是否采用由人决定。');
  if (proposed.impostors < impostorsNeeded) {
    console.log(
      `异人对只有 ${proposed.impostors} 对;至少 ${impostorsNeeded} 对且无一误认,才能说明误认率低于 0.1 %。`,
    );
  }
  const { descriptor } = match;
  console.log(JSON.stringify({ calibration: { descriptor, inForce, proposed, bounds } }));
}

async function calibrate(): Promise<void> {
  const text = { type: 'string' as const };
  const { values } = parseArgs({ options: { dataset: text, cohort: text } });
  if (!values.dataset) throw new PairsFault('请指明照片文件夹:--dataset 文件夹。');
  const pool = createFacePool({ jobTimeoutMs: 120_000 });
  try {
    const set = { dataset: values.dataset, cohort: values.cohort ?? null };
    const progress = progressTo((line) => console.error(line));
    const { decided, complaints } = await measureSet(pool, set, HANDBOOK_FACE_THRESHOLDS, progress);
    for (const complaint of complaints) console.error(complaint);
    report(decided.flatMap(({ measured }) => measured ?? []));
  } finally {
    await pool.close();
  }
}

try {
  await calibrate();
} catch (fault) {
  if (!(fault instanceof PairsFault)) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
}
