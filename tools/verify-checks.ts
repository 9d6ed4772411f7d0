// `npm run verify-checks -- FILE [--commitment HEX]`: were a session's random checks those the server
// had bound itself to? Needs the exported file and the engine's rules, no database and no network.
// Exit code 0: everything holds; 1: something does not; 2: the file cannot be read.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { CHECK_PROOF_FORMAT, verifyChecks, type CheckProof, type DoneCheck } from '@xuzheng/engine';

type OnPaper<T> = { [K in keyof T]: T[K] };
type DoneOnPaper = OnPaper<Omit<DoneCheck, 'dueAt' | 'closedAt'>> & {
  dueAt: string;
  closedAt: string;
};
type ProofOnPaper = OnPaper<Omit<CheckProof, 'startedAt' | 'endedAt' | 'done'>> & {
  format: string;
  startedAt: string;
  endedAt: string;
  done: DoneOnPaper[];
};

const FIELDS = ['method', 'commitment', 'seed', 'startedAt', 'endedAt'] as const;

function isProof(paper: unknown): paper is ProofOnPaper {
  if (typeof paper !== 'object' || paper === null) return false;
  const one = paper as Partial<ProofOnPaper>;
  return (
    one.format === CHECK_PROOF_FORMAT &&
    FIELDS.every((field) => typeof one[field] === 'string') &&
    typeof one.playedSeconds === 'number' &&
    typeof one.rule?.horizonSeconds === 'number' &&
    Array.isArray(one.planned) &&
    Array.isArray(one.done)
  );
}

const proofOf = (paper: ProofOnPaper): CheckProof => ({
  ...paper,
  startedAt: Date.parse(paper.startedAt),
  endedAt: Date.parse(paper.endedAt),
  done: paper.done.map((check) => ({
    ...check,
    dueAt: Date.parse(check.dueAt),
    closedAt: Date.parse(check.closedAt),
  })),
});

async function readProof(file: string): Promise<CheckProof | null> {
  try {
    const paper: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isProof(paper) ? proofOf(paper) : null;
  } catch {
    return null;
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { commitment: { type: 'string' } },
});
const [file = ''] = positionals;
const proof = await readProof(file);
if (proof === null) {
  console.error(`${file || '(没有文件)'} 不是导出的抽查文件。请从学习记录下载后重试。`);
  console.error('This is no exported check file. Download it from the study record and try again.');
  process.exitCode = 2;
} else {
  const steps = verifyChecks(proof, values.commitment ?? null);
  for (const { holds, zh, en } of steps) {
    console.log(`${holds ? '✓' : '✗'} ${zh}`);
    console.log(`  ${en}`);
  }
  const holds = steps.every((step) => step.holds);
  console.log(holds ? '核验通过。 Verified.' : '核验未通过。 Not verified.');
  process.exitCode = holds ? 0 : 1;
}
