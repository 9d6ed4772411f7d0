import { parseArgs } from 'node:util';
import {
  DESCRIPTORS,
  HANDBOOK_FACE_THRESHOLDS,
  thresholdsFor,
  type DescriptorKind,
} from '@xuzheng/engine';
import { createFacePool } from '../../../api/src/faces/index.ts';
import { measureSet } from '../../../tools/photo-pairs/measure-set.ts';
import { PairsFault } from '../../../tools/photo-pairs/pairs-file.ts';
import { progressTo, shareText, tableOf } from '../../../tools/photo-pairs/say.ts';
import { sharesOf, tallyGroups, type GroupTally } from '../../../tools/photo-pairs/tally.ts';
import type { Workload } from '../workload.ts';

const HEAD = [
  ...['组', '同人对', '一致', '待人看', '漏认', '异人对', '误认', '无人脸'],
  ...['误认率 [95 %]', '漏认率 [95 %]', '待人看 [95 %]'],
];

function rowOf(tally: GroupTally): string[] {
  const { falseMatch, falseNonMatch, uncertain } = sharesOf(tally);
  const { genuine, matched, missed, impostors, falselyMatched, noFace } = tally;
  return [
    tally.group,
    ...[genuine, matched, tally.uncertain, missed, impostors, falselyMatched, noFace].map(String),
    ...[falseMatch, falseNonMatch, uncertain].map(shareText),
  ];
}

function jsonOf(tally: GroupTally, framesPerSecond: number): string {
  const { impostorsWithoutFace: _inNoFace, ...counts } = tally;
  return JSON.stringify({ workload: 'face-accuracy', ...counts, framesPerSecond });
}

interface Asked {
  dataset: string;
  cohort: string | null;
  descriptor: DescriptorKind;
}

function readOptions(args: readonly string[]): Asked {
  const text = { type: 'string' as const };
  const { values } = parseArgs({
    args: [...args],
    options: { dataset: text, cohort: text, model: text },
  });
  if (!values.dataset) throw new PairsFault('请指明照片文件夹:--dataset 文件夹。');
  const descriptor = DESCRIPTORS.find((kind) => kind === (values.model ?? DESCRIPTORS[0]));
  if (!descriptor) throw new PairsFault(`--model 只能是 ${DESCRIPTORS.join(' 或 ')}。`);
  return { dataset: values.dataset, cohort: values.cohort ?? null, descriptor };
}

async function measure(asked: Asked): Promise<void> {
  const thresholds = thresholdsFor(HANDBOOK_FACE_THRESHOLDS, asked.descriptor);
  const pool = createFacePool({ descriptor: asked.descriptor, jobTimeoutMs: 120_000 });
  try {
    const progress = progressTo((line) => console.error(line));
    const set = await measureSet(pool, asked, thresholds, progress);
    for (const complaint of set.complaints) console.error(complaint);
    const { modelId } = pool.network();
    console.log(
      `网络 ${modelId},阈值 ${thresholds.version},对照 ${set.cohortSize} 人,每秒 ${set.framesPerSecond} 张。`,
    );
    console.log('方括号内为 95 % 置信区间(Clopper–Pearson);比率不含无人脸的照片对。\n');
    const tallies = tallyGroups(set.decided);
    console.log(`${tableOf([HEAD, ...tallies.map(rowOf)])}\n`);
    for (const tally of tallies) console.log(jsonOf(tally, set.framesPerSecond));
  } finally {
    await pool.close();
  }
}

/** How often the whole decision on two photos is right, per group of people. */
export const workload: Workload = {
  name: 'face-accuracy',
  says: '用一组照片对测人脸比对的整个判定:每组的一致、待人看、漏认、误认及其 95 % 区间。',
  usage: `--dataset 文件夹 [--cohort 文件夹] [--model ${DESCRIPTORS.join('|')}]`,
  run: async (args) => {
    try {
      await measure(readOptions(args));
      return 0;
    } catch (fault) {
      const known =
        fault instanceof PairsFault ||
        (fault as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
      if (!known) throw fault;
      console.error((fault as Error).message);
      return 1;
    }
  },
};
