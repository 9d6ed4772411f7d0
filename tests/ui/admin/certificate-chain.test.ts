import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../admin-ui/src/app/wire.ts';
import { readChain } from '../../../admin-ui/src/modules/certificates/chain.ts';

const link = (number: string | null) =>
  number === null ? null : { number: number.slice(0, 1), verificationCode: `code-${number}` };

/** Named by its number's letter and, where a number is kept, which document of it: A, A2. */
const certificate = (
  name: string,
  successor: string | null,
  predecessor: string | null = null,
): Certificate => ({
  id: `id-${name}`,
  kind: 'training',
  label: { zh: '电子培训合格证', en: 'Training certificate' },
  enrolmentId: null,
  holderMasked: '张*',
  post: 'materials',
  postLabel: { zh: '材料员', en: 'Materials keeper' },
  studyYear: 2026,
  number: name.slice(0, 1),
  verificationCode: `code-${name}`,
  verifyUrl: 'https://example.cn/verify/ABCDEFGH',
  medium: 'electronic',
  status: successor === null ? 'active' : 'void',
  issuedOn: '2026-03-02',
  voidedAt: null,
  voidReason: null,
  successor: link(successor),
  predecessor: link(predecessor),
  pdfUrl: null,
});

describe('certificates from old to new', () => {
  it.each(['A', 'B', 'C'])('the whole chain is there from %s', async (from) => {
    const all = [certificate('A', 'B'), certificate('B', 'C', 'A'), certificate('C', null, 'B')];
    const find = async (number: string) => all.filter((one) => one.number === number);
    expect((await readChain(from, find)).map(({ number }) => number)).toEqual(['A', 'B', 'C']);
  });

  it('an electronic original that keeps its number is not read twice', async () => {
    const all = [certificate('A2', null, 'A'), certificate('A', 'A2')];
    const find = async (number: string) => all.filter((one) => one.number === number);
    expect((await readChain('A', find)).map(({ id }) => id)).toEqual(['id-A', 'id-A2']);
  });

  it('a ring ends', async () => {
    const all = [certificate('A', 'B', 'B'), certificate('B', 'A', 'A')];
    const find = async (number: string) => all.filter((one) => one.number === number);
    expect(await readChain('A', find)).toHaveLength(2);
  });

  it('an unknown number has no chain', async () => {
    expect(await readChain('Z', async () => [])).toEqual([]);
  });
});
