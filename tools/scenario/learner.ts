import { randomUUID } from 'node:crypto';
import { idCardBackJpeg, idCardFrontJpeg, portraitJpeg } from '../faces/index.ts';
import { latestCode } from './staff.ts';
import { part, visit, type Visitor } from './visitor.ts';

/** A learner of a scenario: who they are, and the face that is theirs. */
export interface LearnerRole {
  readonly idNumber: string;
  readonly name: string;
  readonly password: string;
  /** Seed of a face of nobody. */
  readonly face: number;
  /** A portrait of another kind than the drawn one (a photo). */
  readonly portrait?: Buffer;
}

/** Signs in with ID number and password. */
export async function signInLearner(baseUrl: string, role: LearnerRole): Promise<Visitor> {
  const visitor = visit(baseUrl);
  const { idNumber, password } = role;
  await visitor.api.take(
    visitor.api.POST('/api/session/learner', { body: { idNumber, password } }),
  );
  return visitor;
}

/** First login with 111111: the code goes to the phone, then a password of one's own. Handbook §1. */
export async function activate(
  baseUrl: string,
  role: LearnerRole,
  from: { readonly support: Visitor; readonly learnerId: string },
): Promise<Visitor> {
  const visitor = visit(baseUrl);
  const { api } = visitor;
  const answer = await api.take(
    api.POST('/api/session/learner', { body: { idNumber: role.idNumber, password: '111111' } }),
  );
  if (answer.outcome !== 'activation') throw new Error('111111 must open nothing but activation');
  const { ticket } = answer;
  await api.take(api.POST('/api/activation/code', { body: { ticket } }));
  const code = await latestCode(from.support, from.learnerId);
  const body = { ticket, code, newPassword: role.password };
  await api.take(api.POST('/api/activation', { body }));
  return visitor;
}

/** Gives both consents to faces. */
export async function consent({ api }: Visitor): Promise<void> {
  const { consents } = await api.take(api.GET('/api/me/profile'));
  for (const { kind, currentVersion } of consents)
    await api.take(
      api.PUT('/api/me/consents/{kind}', {
        params: { path: { kind } },
        body: { version: currentVersion },
      }),
    );
}

/** Uploads ID card and portrait and fills in the basic information. Handbook §1. */
export async function completeProfile(learner: Visitor, role: LearnerRole): Promise<void> {
  await consent(learner);
  const upload = (kind: string, bytes: Buffer) => {
    const form = new FormData();
    if (kind === 'portrait') form.set('declaredRecent', 'true');
    form.set('file', part(bytes, 'image/jpeg'), `${kind}.jpg`);
    return learner.send('PUT', `/api/me/profile/files/${kind}`, form);
  };
  const { name, idNumber, face } = role;
  await upload('idCardFront', idCardFrontJpeg(face, { name, idNumber }));
  await upload('idCardBack', idCardBackJpeg());
  await upload('portrait', role.portrait ?? portraitJpeg(face));
  await learner.api.take(
    learner.api.PUT('/api/me/profile/basic', {
      body: {
        employer: '演示建设有限公司',
        education: 'bachelor',
        address: '北京市演示区示范路 1 号',
      },
    }),
  );
}

/** The learner's one enrolment with its courses. */
export async function myEnrolment({ api }: Visitor, id: string) {
  return api.take(api.GET('/api/me/enrolments/{id}', { params: { path: { id } } }));
}

/** 【证书更新】. */
export async function renew({ api }: Visitor, id: string): Promise<void> {
  await api.take(
    api.POST('/api/me/enrolments/{id}/renewal', {
      params: { path: { id } },
      body: { commandId: randomUUID() },
    }),
  );
}
