import { randomUUID } from 'node:crypto';
import { until } from '../../../tools/scenario/exam.ts';
import { renew, signInLearner } from '../../../tools/scenario/learner.ts';
import { clear, may, studied, type Life } from '../../e2e/stage/lives.ts';
import type { StoryLearner } from '../../e2e/stage/people.ts';
import { hire, type School } from '../../e2e/stage/school.ts';

const inPath = (id: string) => ({ params: { path: { id } } });

export interface Told {
  readonly who: StoryLearner;
  readonly newPhone: string;
}

/** What people write into a free field when nobody has told them not to. */
const gossip = ({ who, newPhone }: Told): string =>
  `${who.name}来电,身份证 ${who.idNumber},旧号 ${who.phone},新号 ${newPhone},请核对。`;

/** The learner's phone is put right by two people, and everything about the learner is looked at. */
async function correctPhone(school: School, life: Life, told: Told): Promise<void> {
  const { api } = school.support;
  const { idNumber, phone } = told.who;
  await api.take(api.POST('/api/learners/search', { body: { idNumber } }));
  await api.take(api.POST('/api/learners/search', { body: { name: told.who.name } }));
  await api.take(api.POST('/api/learners/search', { body: { phoneTail: phone.slice(-4) } }));
  for (const what of ['idNumber', 'phone'] as const)
    await api.take(
      api.POST('/api/learners/{id}/unmask', {
        ...inPath(life.learnerId),
        body: { what, reason: gossip(told) },
      }),
    );
  const unlock = { ...inPath(life.learnerId), body: { reason: gossip(told) } };
  await api.take(api.POST('/api/learners/{id}/unlock', unlock));
  const { id } = await api.take(
    api.POST('/api/learners/{id}/phone-corrections', {
      ...inPath(life.learnerId),
      body: { newPhone: told.newPhone, reason: gossip(told) },
    }),
  );
  const other = (await hire(school, 'support')).api;
  await other.take(other.POST('/api/phone-corrections/{id}/approve', inPath(id)));
}

/** What goes wrong carries the same words as what goes well: none of it may be kept. */
async function stumble(school: School, told: Told): Promise<void> {
  const { idNumber, name, phone } = told.who;
  const { api } = school.registrar;
  const enrolment = { name, phone, post: 'documents' as const, policyId: 'handbook' };
  await api.POST('/api/enrolments', {
    body: { ...enrolment, idNumber: `${idNumber}9`, studyYear: 1 },
  });
  await api.GET('/api/certificates', { params: { query: { number: idNumber } } });
  const guest = (path: string, init?: RequestInit) => fetch(school.url + path, init);
  const json = { 'content-type': 'application/json' };
  await guest(`/api/verify/${idNumber}`);
  await guest(`/verify/${encodeURIComponent(name)}?phone=${phone}`);
  await guest('/api/session/learner', {
    method: 'POST',
    headers: json,
    body: `{"idNumber":"${idNumber}`,
  });
  const wrong = JSON.stringify({ idNumber, password: 'Bushi-zhege-0000' });
  await guest('/api/session/learner', { method: 'POST', headers: json, body: wrong });
  await guest('/api/recovery', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ idNumber }),
  });
}

/** Files an appeal that says everything, and a third person grants it in as many words. */
async function appeal(school: School, life: Life, told: Told): Promise<void> {
  const body = { commandId: randomUUID(), text: gossip(told) };
  const { api } = life.visitor;
  await api.take(api.POST('/api/me/enrolments/{id}/appeal', { ...inPath(life.id), body }));
  const reviewer = (await hire(school, 'seniorAuditor')).api;
  const filed = await until(async () => {
    const { items } = await reviewer.take(reviewer.GET('/api/appeals', {}));
    return items[0] ?? null;
  }, 'the appeal');
  const friend = (await hire(school, 'seniorAuditor')).api;
  const conflict = { commandId: randomUUID(), reason: gossip(told) };
  await friend.take(
    friend.POST('/api/appeals/{id}/conflict', { ...inPath(filed.id), body: conflict }),
  );
  const decision = { commandId: randomUUID(), outcome: 'granted' as const };
  await reviewer.take(
    reviewer.POST('/api/appeals/{id}/decision', {
      ...inPath(filed.id),
      body: { ...decision, explanation: gossip(told) },
    }),
  );
}

/** Reads what people read of a certificate: the list, the document, and the page behind its QR. */
async function showCertificates(school: School, { visitor }: Life): Promise<void> {
  const { items } = await visitor.api.take(visitor.api.GET('/api/me/certificates'));
  for (const { pdfUrl, verificationCode } of items) {
    if (pdfUrl) await visitor.file(pdfUrl);
    await fetch(`${school.url}/api/verify/${verificationCode}`);
  }
}

/**
 * A whole life by the documented API: enrolled, studied, cleared, appealed, accepted, renewed, the
 * phone corrected on the way, and everything read that people read.
 */
export async function liveThroughAll(school: School, told: Told): Promise<Life> {
  const options = { post: 'documents', originalNumber: '京原证-0077' } as const;
  const studying = await studied(school, told.who, options);
  const [auditor, senior] = [await hire(school, 'auditor'), await hire(school, 'seniorAuditor')];
  await clear(auditor, senior, studying);
  await appeal(school, studying, told);
  await correctPhone(school, studying, told);
  await stumble(school, told);
  const life = { ...studying, visitor: await signInLearner(school.url, told.who) };
  await may(life, 'renew');
  await renew(life.visitor, life.id);
  await may(life, 'viewTrainingCertificate');
  await showCertificates(school, life);
  return life;
}
