import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../admin-ui/src/app/wire.ts';
import { readChain } from '../../../admin-ui/src/modules/certificates/chain.ts';

const certificate = (number: string, successor: string | null): Certificate => ({
  id: `id-${number}`,
  kind: 'training',
  label: { zh: '电子培训合格证', en: 'Training certificate' },
  enrolmentId: null,
  holderMasked: '张*',
  post: 'materials',
  postLabel: { zh: '材料员', en: 'Materials keeper' },
  studyYear: 2026,
  number,
  verificationCode: 'ABCD-EFGH',
  verifyUrl: 'https://example.cn/verify/ABCDEFGH',
  medium: 'electronic',
  status: successor === null ? 'active' : 'void',
  issuedOn: '2026-03-02',
  voidedAt: null,
  voidReason: null,
  successor: successor === null ? null : { number: successor, verificationCode: 'X' },
  pdfUrl: null,
});

describe('certificates from old to new', () => {
  it('follows what replaced each one', async () => {
    const all = [certificate('A', 'B'), certificate('B', 'C'), certificate('C', null)];
    const find = async (number: string) => all.filter((one) => one.number === number);
    expect((await readChain('A', find)).map(({ number }) => number)).toEqual(['A', 'B', 'C']);
  });

  it('an electronic original that keeps its number is not read twice', async () => {
    const all = [certificate('A', 'A'), { ...certificate('A', null), id: 'id-A2' }];
    const find = async (number: string) => all.filter((one) => one.number === number);
    expect(await readChain('A', find)).toHaveLength(2);
  });

  it('a ring ends', async () => {
    const all = [certificate('A', 'B'), certificate('B', 'A')];
    const find = async (number: string) => all.filter((one) => one.number === number);
    expect(await readChain('A', find)).toHaveLength(2);
  });

  it('an unknown number has no chain', async () => {
    expect(await readChain('Z', async () => [])).toEqual([]);
  });
});
