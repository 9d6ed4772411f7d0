import { VueQueryPlugin } from '@tanstack/vue-query';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTexts } from '../../../admin-ui/src/app/i18n.ts';
import { modules } from '../../../admin-ui/src/app/modules.ts';
import { createQueries } from '../../../admin-ui/src/app/queries.ts';
import type { Case } from '../../../admin-ui/src/app/wire.ts';
import DecisionPanel from '../../../admin-ui/src/modules/audits/DecisionPanel.vue';
import { caseExample } from './case-example.ts';

type Sent = { readonly path: string; readonly body: Record<string, unknown> };
type Answer = { readonly status: number; readonly body: unknown } | 'silence';

const realFetch = globalThis.fetch;
let sent: Sent[] = [];
let answers: Answer[] = [];
let panel: VueWrapper | null = null;

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });

beforeEach(() => {
  sent = [];
  answers = [];
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const { pathname } = new URL(request.url);
    if (pathname === '/api/session') return json(200, { csrfToken: 'token' });
    sent.push({ path: pathname, body: JSON.parse(await request.text()) as Sent['body'] });
    const answer = answers.shift() ?? { status: 200, body: { tags: [] } };
    if (answer === 'silence') throw new TypeError('fetch failed');
    return json(answer.status, answer.body);
  };
});

afterEach(() => {
  globalThis.fetch = realFetch;
  panel?.unmount();
  document.body.replaceChildren();
});

const shownTo = (shown: Case) => {
  panel = mount(DecisionPanel, {
    props: { shown },
    slots: { default: '<section data-testid="between">发现</section>' },
    attachTo: document.body,
    global: {
      plugins: [
        createTexts(modules, 'zh-CN'),
        [VueQueryPlugin, { queryClient: createQueries(() => undefined) }],
      ],
    },
  });
  return panel;
};

const find = (testid: string) => document.querySelector<HTMLElement>(`[data-testid="${testid}"]`);
const click = async (testid: string) => {
  find(testid)?.click();
  await flushPromises();
};

const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    await flushPromises();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

const acceptOnce = async () => {
  document
    .querySelector<HTMLFormElement>('#accept-confirm-form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }));
  await settled();
};

describe('the decision on a case', () => {
  it('accept and clear are never beside each other: the findings stand between them', () => {
    shownTo(caseExample());
    const order = [...document.querySelectorAll('[data-testid]')].map(
      (part) => (part as HTMLElement).dataset.testid,
    );
    expect(order.indexOf('accept')).toBeLessThan(order.indexOf('between'));
    expect(order.indexOf('between')).toBeLessThan(order.indexOf('propose-clear'));
    expect(find('accept')?.parentElement).not.toBe(find('propose-clear')?.parentElement);
  });

  it('a click alone decides nothing: the person is asked once more', async () => {
    shownTo(caseExample());
    await click('accept');
    expect(find('accept-confirm-dialog')).not.toBeNull();
    expect(sent).toEqual([]);
  });

  it('a retry after a lost answer carries the same command id and evidence version', async () => {
    answers = ['silence', { status: 200, body: { tags: ['audit.recording'] } }];
    shownTo(caseExample());
    await click('accept');
    await acceptOnce();
    expect(find('accept-confirm-problem')).not.toBeNull();
    await acceptOnce();
    expect(sent).toHaveLength(2);
    expect(sent[0]?.body.commandId).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent[1]?.body).toEqual(sent[0]?.body);
    expect(sent[1]?.body.evidenceVersion).toBe(7);
  });

  it('a decision on old evidence is told, and nothing is decided', async () => {
    const detail = '证据已有更新。';
    answers = [{ status: 409, body: { status: 409, code: 'audit/evidenceStale', detail } }];
    shownTo(caseExample());
    await click('accept');
    await acceptOnce();
    expect(find('evidence-stale')).not.toBeNull();
  });

  it('a conflict of interest stands in place of every button', () => {
    const conflict = { code: 'audit/ownCase', sentence: '这是您本人的案件。' };
    shownTo(caseExample({ conflict }));
    expect(find('conflict')?.textContent).toContain('这是您本人的案件。');
    for (const button of ['accept', 'propose-clear', 'sign-clear', 'reject-proposal']) {
      expect(find(button), button).toBeNull();
    }
  });
});
