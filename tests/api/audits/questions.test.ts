import { randomUUID } from 'node:crypto';
import { fastPolicy } from '@xuzheng/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerEvidence } from '../../../api/src/commands/audit/answer-evidence.ts';
import type { StaffUnderTest } from '../app-under-test.ts';
import { acceptHours, enrolmentOf, until, untilTag } from '../process/people.ts';
import { CLEAR, desk, seen, type Desk } from './desk-ground.ts';

const POLICY = fastPolicy({
  id: 'asking',
  audit: { dueWorkingDays: 30, overdueWorkingDays: 50, workingDayMs: 2_000 },
});
const QUESTION = '10 月 9 日的学习中画面较暗，请说明当时的情况。';

let place: Desk;
let ana: StaffUnderTest;
beforeAll(async () => {
  place = await desk(POLICY);
  ana = await place.world.staff('ana-auditor', ['auditor']);
});

const ask = (auditId: string, workingDays: number) =>
  ana.browser.post(`/api/audits/${auditId}/pause`, {
    ...{ commandId: randomUUID(), reasonCode: 'evidenceAsked', workingDays, words: QUESTION },
  });

/** Answers by the ground's own clock: the app under test lives on another day. */
async function answer(enrolmentId: string, text: string, commandId = randomUUID()) {
  const { learnerId } = await enrolmentOf(place.ground, enrolmentId);
  const { shell, temporal } = place.ground;
  const deps = { ...place.world.deps, db: shell.db, clock: shell.clock, temporal };
  return answerEvidence(deps, { enrolmentId, learnerId, commandId, text });
}

describe('an auditor asks for more evidence', () => {
  test('the clock stands, the learner is told; the answer is new evidence and drops a proposal', async () => {
    const { auditId, enrolmentId } = await place.inAudit('materials');
    await ana.browser.post(`/api/audits/${auditId}/clear-proposal`, { ...seen(0), ...CLEAR });
    expect((await ask(auditId, 3)).statusCode).toBe(200);
    await untilTag(place.ground, enrolmentId, 'audit.clock.paused');
    await until('the learner is told by SMS', () =>
      place.ground.sent.some(({ body }) => body.includes('需要您补充说明')),
    );
    const once = randomUUID();
    const text = '当时停电，用手电照明学习。';
    expect(await answer(enrolmentId, ' 短 ')).toMatchObject({
      refusal: { code: 'audit/answerMissing' },
    });
    expect(await answer(enrolmentId, text, once)).toMatchObject({ ok: true });
    expect(await answer(enrolmentId, text, once)).toMatchObject({ ok: true });
    expect(await answer(enrolmentId, '再说一次。')).toMatchObject({
      refusal: { code: 'audit/notAsked' },
    });
    await untilTag(place.ground, enrolmentId, 'audit.decision.undecided');
    const { evidenceVersion, stateTags } = await enrolmentOf(place.ground, enrolmentId);
    expect(evidenceVersion).toBe(1);
    expect(stateTags).not.toContain('audit.clock.paused');
    const shown = (await ana.browser.get(`/api/audits/${auditId}`)).json();
    expect(shown.questions).toMatchObject([
      { question: QUESTION, state: 'answered', answer: text },
    ]);
    const stale = await ana.browser.post(`/api/audits/${auditId}/accept`, seen(0));
    expect(stale.json()).toMatchObject({ status: 409, code: 'audit/evidenceStale' });
    expect(await acceptHours(place.ground, enrolmentId)).toMatchObject({ ok: true });
  });

  test('without an answer the clock goes on by itself, and nothing is decided', async () => {
    const { auditId, enrolmentId } = await place.inAudit('machinery');
    expect((await ask(auditId, 1)).statusCode).toBe(200);
    await until('the question has lapsed', async () => {
      const shown = (await ana.browser.get(`/api/audits/${auditId}`)).json();
      return shown.questions[0]?.state === 'lapsed';
    });
    const { evidenceVersion, stateTags } = await enrolmentOf(place.ground, enrolmentId);
    expect(stateTags).toEqual(
      expect.arrayContaining(['audit.open', 'audit.decision.undecided', 'audit.clock.waiting']),
    );
    expect(evidenceVersion).toBe(0);
    expect(await answer(enrolmentId, '现在才看到。')).toMatchObject({
      refusal: { code: 'audit/notAsked' },
    });
  });
});
