import { describe, expect, it } from 'vitest';
import {
  findingsOf,
  HANDBOOK_POLICY,
  type CheckEvidence,
  type Evidence,
  type Finding,
} from '@xuzheng/engine';
import { FINDING_TABLE, type Row } from './findings.table.ts';

const run = (evidence: Partial<Evidence>): Finding[] =>
  findingsOf(
    { sessions: [], checks: [], sharedFaces: [], sharedDevices: [], ...evidence },
    HANDBOOK_POLICY,
  );
const kinds = (findings: readonly Finding[]): string[] =>
  findings.map(({ kind, strength }) => `${kind}:${strength}`);

describe.each(Object.entries(FINDING_TABLE))('%s', (_, rows) => {
  it.each(rows as readonly Row[])('$what', ({ evidence, found }) => {
    expect(kinds(run(evidence))).toEqual(found);
  });
});

describe('every finding', () => {
  const all = Object.values(FINDING_TABLE)
    .flat()
    .flatMap(({ evidence }) => run(evidence).map((finding) => ({ finding, evidence })));

  it('names sessions of the evidence, a sentence, a rule and a key of its own', () => {
    expect(all.length).toBeGreaterThan(15);
    for (const { finding, evidence } of all) {
      const known = new Set(evidence.sessions?.map((session) => session.id));
      expect(finding.evidence.sessions.length).toBeGreaterThan(0);
      expect(finding.evidence.sessions.every((id) => known.has(id))).toBe(true);
      expect(finding.sentence).toMatch(/。$/);
      expect(finding.ruleVersion).toBe(HANDBOOK_POLICY.findingRules);
    }
    for (const { evidence } of all) {
      const keys = run(evidence).map((finding) => finding.key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('that rests on what the page says of itself is a note, never more', () => {
    const hints = { untrusted: 1_000_000, inputs: 0 };
    for (const { evidence } of all) {
      const sessions = evidence.sessions?.map((session) => ({ ...session, hints }));
      const found = run({ ...evidence, ...(sessions ? { sessions } : {}) });
      const more = found.filter(
        (one) => one.key.includes('untrusted') || one.key.includes('unvaried'),
      );
      expect(more.every((one) => one.strength === 'note')).toBe(true);
    }
  });

  it('is gone when the same evidence has a fault of our own in every session', () => {
    for (const { evidence, finding } of all) {
      if (finding.kind !== 'noOwnSnapshot' && !finding.key.includes('escaped')) continue;
      const sessions = evidence.sessions?.map((session) => ({ ...session, systemFault: true }));
      const left = run({ ...evidence, ...(sessions ? { sessions } : {}) });
      expect(left.map((one) => one.kind)).not.toContain('noOwnSnapshot');
    }
  });

  it('depends on no order in which the evidence is read', () => {
    for (const { evidence } of all) {
      const turned = {
        ...evidence,
        checks: (evidence.checks ?? []).toReversed() as CheckEvidence[],
      };
      expect(kinds(run(turned))).toEqual(kinds(run(evidence)));
    }
  });
});
