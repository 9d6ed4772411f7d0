import { VueQueryPlugin } from '@tanstack/vue-query';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import type { Component } from 'vue';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { createTexts } from '../../../admin-ui/src/app/i18n.ts';
import { modules } from '../../../admin-ui/src/app/modules.ts';
import { createQueries } from '../../../admin-ui/src/app/queries.ts';
import { session } from '../../../admin-ui/src/app/session.ts';
import { spanProblem } from '../../../admin-ui/src/modules/absences/span.ts';
import AbsencesPage from '../../../admin-ui/src/modules/absences/AbsencesPage.vue';
import CaseDesk from '../../../admin-ui/src/modules/audits/CaseDesk.vue';
import { holdingOf } from '../../../admin-ui/src/app/case/holding.ts';
import QueuePage from '../../../admin-ui/src/modules/audits/QueuePage.vue';
import ClockCard from '../../../admin-ui/src/app/case/ClockCard.vue';
import EnrolmentAudit from '../../../admin-ui/src/modules/enrolments/EnrolmentAudit.vue';
import { caseExample } from './case-example.ts';

const ME = '0195a000-0000-7000-8000-0000000000aa';
const COLLEAGUE = '0195a000-0000-7000-8000-0000000000bb';
const AT = '2026-03-02T02:00:00.000Z';

type Call = { readonly method: string; readonly url: URL; readonly body: unknown };
const realFetch = globalThis.fetch;
const realRects = Element.prototype.getClientRects;
let calls: Call[] = [];
let answers: Record<string, unknown> = {};
let page: VueWrapper | null = null;

const answerOf = (pathname: string): unknown =>
  pathname === '/api/session'
    ? { kind: 'staff', id: ME, csrfToken: 'token', permissions: ['audits.signClear'], roles: [] }
    : (answers[pathname] ?? { tags: [] });

beforeEach(async () => {
  [calls, answers] = [[], {}];
  // This DOM gives a box to what is not displayed: keys would take closed dialogs for open ones.
  Element.prototype.getClientRects = () => [] as never;
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const url = new URL(request.url);
    const text = await request.text();
    if (url.pathname !== '/api/session')
      calls.push({ method: request.method, url, body: text === '' ? null : JSON.parse(text) });
    if (url.pathname.endsWith('/handover')) return new Response(null, { status: 204 });
    const headers = { 'content-type': 'application/json' };
    return new Response(JSON.stringify(answerOf(url.pathname)), { headers });
  };
  await session.ready();
});

afterEach(() => {
  globalThis.fetch = realFetch;
  Element.prototype.getClientRects = realRects;
  session.forget();
  page?.unmount();
  document.body.replaceChildren();
});

const shown = async (part: Component, props: Record<string, unknown> = {}, at = '/') => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<i />' } }],
  });
  await router.push(at);
  const queryClient = createQueries(() => undefined);
  const plugins = [router, createTexts(modules, 'zh-CN'), [VueQueryPlugin, { queryClient }]];
  page = mount(part, { props, attachTo: document.body, global: { plugins: plugins as never } });
  await settled();
  return page;
};

const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    await flushPromises();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
const find = (testid: string) => document.querySelector<HTMLElement>(`[data-testid="${testid}"]`);
const text = (testid: string) => find(testid)?.textContent ?? '';
const press = async (key: string) => {
  document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  await settled();
};
const click = async (testid: string) => {
  find(testid)?.click();
  await settled();
};
const held = (name: string | null, changes = {}) => ({
  ...{ name, mine: false, owner: name ?? '赵明', awayUntil: null },
  ...changes,
});

const row = (n: number, changes: Record<string, unknown>) => ({
  ...{ id: `0195a000-0000-7000-8000-00000000000${n}`, holderMasked: '张*', post: 'materials' },
  ...{ postLabel: { zh: '材料员', en: '' }, studyYear: 2026, employer: null, n: 1, risk: 0 },
  ...{ findings: 0, clock: 'waiting', openedAt: AT, dueAt: AT, overdueAt: AT },
  ...{ workingDaysLeft: 3, pauseReason: null, handledBy: null, escalated: false },
  ...changes,
});

describe('the owner of a case', () => {
  it('is told from a deputy, and an owner away without one leaves the case to nobody', () => {
    const away = { owner: '赵明', awayUntil: '2026-12-03' };
    expect(holdingOf(null).kind).toBe('nobody');
    expect(holdingOf(held('孙立')).kind).toBe('held');
    expect(holdingOf(held('孙立', { mine: true })).kind).toBe('mine');
    expect(holdingOf(held('孙立', { ...away, mine: true })).kind).toBe('mineForOther');
    expect(holdingOf(held('孙立', away)).kind).toBe('heldForOther');
    expect(holdingOf(held(null, away)).kind).toBe('away');
  });

  it('the queue says who has each case, why a clock stands, and what was escalated', async () => {
    const items = [
      row(1, {}),
      row(2, { handledBy: held('孙立', { owner: '赵明', awayUntil: '2026-12-03' }) }),
      row(3, { clock: 'paused', pauseReason: { zh: '系统故障', en: '' } }),
      row(4, { clock: 'overdue', escalated: true }),
    ];
    answers['/api/audits'] = { items, nextCursor: null };
    await shown(QueuePage, {}, '/audits?handledBy=nobody');
    const owners = [...document.querySelectorAll('[data-testid="row-owner"]')];
    expect(owners[0]?.textContent).toContain('无人');
    expect(owners[1]?.textContent).toMatch(/孙立.*代.*赵明/su);
    expect(text('row-paused')).toMatch(/暂停中.*系统故障/su);
    expect(text('row-escalated')).toContain('逾期已上报,请督办');
    expect(calls[0]?.url.searchParams.get('handledBy')).toBe('nobody');
    expect(find('filter-owner-nobody')?.getAttribute('aria-pressed')).toBe('true');
  });

  it('a case that nobody has is taken at one key', async () => {
    await shown(CaseDesk, { shown: caseExample({ permitted: ['handOver'] }) });
    await press('t');
    const sent = calls.find(({ method }) => method === 'POST');
    expect(sent?.url.pathname).toMatch(/\/handover$/);
    expect(sent?.body).toMatchObject({ toId: ME, note: '' });
  });

  it('a case that a colleague has is not taken without a question', async () => {
    const handledBy = held('王建国');
    await shown(CaseDesk, { shown: caseExample({ permitted: ['handOver'], handledBy }) });
    await press('t');
    expect(text('take-confirm-dialog')).toContain('王建国');
    expect(calls).toEqual([]);
  });

  it('only a colleague who is there is offered, with a note', async () => {
    const auditor = { name: '孙立', mine: false, cases: 9, awayUntil: null };
    const away = { ...auditor, name: '赵明', awayUntil: '2026-12-03' };
    const items = [
      { ...auditor, id: COLLEAGUE },
      { ...away, id: ME },
    ];
    answers['/api/auditors'] = { items };
    await shown(CaseDesk, { shown: caseExample({ permitted: ['handOver'] }) });
    await press('h');
    const offered = [...(find('give-to')?.querySelectorAll('option') ?? [])].map((o) => o.value);
    expect(offered).toEqual(['', COLLEAGUE]);
    expect(text('give-confirm-dialog')).toContain('赵明(至 12 月 3 日)');
    expect(find('give-confirm-yes')?.hasAttribute('disabled')).toBe(true);
  });

  it('somebody who may only read sees who has it, and no button', async () => {
    await shown(CaseDesk, { shown: caseExample({ permitted: [] }) });
    expect(text('owner-sentence')).toContain('还没有负责人');
    for (const button of ['take-case', 'give-case', 'pause-clock']) expect(find(button)).toBeNull();
    await press('t');
    expect(calls).toEqual([]);
  });
});

describe('a stopped clock', () => {
  const pause = {
    ...{ reasonCode: 'outsideInquiry' as const, words: '正在核实考勤。', since: AT, until: AT },
    reasonLabel: { zh: '向有关单位核实', en: '' },
  };
  const stopped = { ...caseExample().clock, clock: 'paused' as const, pause, standsSince: AT };

  it('says why and until when, and goes on after a question', async () => {
    const permitted = ['resumeAudit' as const];
    await shown(CaseDesk, { shown: caseExample({ clock: stopped, permitted }) });
    expect(text('clock-sentence')).toMatch(/3 月 2 日 10:00 起暂停:向有关单位核实.*自动继续/su);
    expect(text('clock-desk')).toContain('正在核实考勤。');
    await press('z');
    expect(find('resume-confirm-dialog')).not.toBeNull();
    expect(calls).toEqual([]);
  });

  it('names no day on which it would be due, but why it stands and since when', async () => {
    await shown(ClockCard, { clock: stopped });
    expect(text('case-clock-stands')).toMatch(/3 月 2 日 10:00 起暂停:向有关单位核实/su);
    expect(find('case-due')).toBeNull();
    page?.unmount();
    await shown(ClockCard, { clock: { ...stopped, pause: null } });
    expect(text('case-clock-stands')).toMatch(/3 月 2 日 10:00 起暂停:申诉处理期间不计时/su);
    page?.unmount();
    await shown(ClockCard, { clock: caseExample().clock });
    expect(find('case-clock-stands')).toBeNull();
    expect(text('case-due')).toContain('到期');
  });

  it('is explained to whoever answers the telephone in the words of the desk', async () => {
    await shown(CaseDesk, { shown: caseExample({ clock: stopped, handledBy: held('王建国') }) });
    const said = [text('owner-sentence'), text('clock-sentence')];
    page?.unmount();
    const audit = { clock: stopped, handledBy: held('王建国') };
    await shown(EnrolmentAudit, { audit });
    expect(said[0]).toContain(text('enrolment-audit-owner').trim());
    expect(text('enrolment-audit').trim()).toContain(said[1]?.trim());
    expect(text('enrolment-audit')).toContain('由王建国负责');
    page?.unmount();
    const overdue = { ...caseExample().clock, clock: 'overdue' as const };
    await shown(EnrolmentAudit, { audit: { clock: overdue, handledBy: null } });
    expect(text('enrolment-audit-struck')).toContain('逾期不会自动认可或清零');
    for (const button of ['take-case', 'resume-clock', 'pause-clock'])
      expect(find(button)).toBeNull();
  });

  it('is stopped for a reason of the list and so many working days', async () => {
    await shown(CaseDesk, { shown: caseExample({ permitted: ['pauseAudit'] }) });
    await click('pause-clock');
    const reasons = [...(find('pause-reason')?.querySelectorAll('option') ?? [])];
    expect(reasons.map(({ value }) => value)).toEqual(['systemFault', 'outsideInquiry']);
    document
      .querySelector('#pause-confirm-form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settled();
    expect(calls[0]?.body).toMatchObject({ reasonCode: 'outsideInquiry', workingDays: 3 });
  });
});

describe('an absence', () => {
  it('has a last day not before the first, not past, and not too far', () => {
    expect(spanProblem('2026-12-03', '2026-12-01', '2026-11-27')).toBe('order');
    expect(spanProblem('2026-11-20', '2026-11-26', '2026-11-27')).toBe('passed');
    expect(spanProblem('2026-12-01', '2027-03-03', '2026-11-27')).toBe('tooLong');
    expect(spanProblem('2026-12-01', '2027-03-02', '2026-11-27')).toBeNull();
  });

  it('without any the page says what it is for; with one, who has the cases', async () => {
    answers['/api/absences'] = { items: [] };
    await shown(AbsencesPage);
    expect(text('page-empty')).toContain('您没有登记缺勤');
    page?.unmount();
    const days = { fromOn: '2099-12-01', untilOn: '2099-12-03' };
    const one = { ...days, id: COLLEAGUE, staffId: ME, name: '陈晓雯', mine: true };
    answers['/api/absences'] = { items: [{ ...one, deputyId: COLLEAGUE, deputyName: '孙立' }] };
    await shown(AbsencesPage);
    expect(text('own-absences')).toContain('期间案件由孙立代为负责,结束后回到您名下。');
    await click('absence-end');
    expect(text('absence-end-confirm-dialog')).toContain('缺勤登记将被取消');
  });
});
