import {
  PROFILE_ITEM_LABELS,
  maskIdentityNumber,
  maskPhone,
  missingOfProfile,
  ok,
  parseIdentityNumber,
  parsePersonName,
  postLabel,
  refuse,
} from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { App } from '../../app-types.ts';
import { explainFactsOf } from '../../commands/enrolment/explain-facts.ts';
import { profileFactsOf, readConsents } from '../../commands/read-profile.ts';
import { unlockLearner } from '../../commands/unlock-learner.ts';
import { unmaskLearner } from '../../commands/unmask-learner.ts';
import { filesInForce } from '../../db/learner-files.ts';
import { enrolmentsOfLearner, hasOpenCorrection } from '../../db/learner-overview.ts';
import { findLearners, openLearner } from '../../db/learners.ts';
import type { LearnerKey, OpenedLearner } from '../../db/learners.ts';
import { policyOf } from '../../db/policies.ts';
import { sendResult } from '../../plugins/refusals.ts';
import { explanationView, projectedSnapshot, stepViews } from '../../schemas/explanation-view.ts';
import { ExplanationSchema, StepSchema } from '../../schemas/explanation.ts';
import {
  learnerFound,
  learnerSearch,
  unlockBody,
  unmaskBody,
  unmasked,
} from '../../schemas/people.ts';
import { route } from '../../schemas/route.ts';
import { idParams, instant, iso, isoOrNull, nullable, uuid } from '../../schemas/shared.ts';

const tags = ['people'];
const search = route('learners.read', {
  tags,
  summary: 'Find learners by whole ID number, whole name, or the last four digits of the phone',
  description: 'A POST because an ID number never belongs in a URL.',
  body: learnerSearch,
  response: { 200: Type.Object({ items: Type.Array(learnerFound) }) },
});
const enrolment = Type.Object({
  id: uuid,
  post: Type.String(),
  postLabel: Type.String(),
  studyYear: Type.Integer(),
  policyId: Type.String(),
  employer: nullable(Type.String()),
  createdAt: instant,
  tags: Type.Array(Type.String()),
  explanation: nullable(ExplanationSchema),
  steps: Type.Array(StepSchema),
});
const learnerView = Type.Object({
  ...learnerFound.properties,
  phoneVerified: Type.Boolean(),
  activatedAt: nullable(instant),
  profileCompletedAt: nullable(instant),
  missing: Type.Array(Type.String(), { description: 'what the profile lacks, in Chinese' }),
  faceConsent: Type.Boolean(),
  correctionOpen: Type.Boolean(),
  enrolments: Type.Array(enrolment),
});
const readOne = route('learners.read', {
  tags,
  summary: 'A learner, masked, with an explanation of each enrolment',
  params: idParams,
  response: { 200: learnerView },
});
const unmask = route(
  'learners.unmask',
  {
    tags,
    summary: 'Show a full ID number or phone; the learner sees who and why',
    params: idParams,
    body: unmaskBody,
    response: { 200: unmasked },
  },
  { limit: { perMinute: 20 } },
);
const unlock = route('learners.unlock', {
  tags,
  summary: 'Let the learner try again at once after too many tries',
  params: idParams,
  body: unlockBody,
  response: { 204: Type.Null() },
});

function keyOf(body: Static<typeof learnerSearch>): Result<LearnerKey> {
  const given = [body.idNumber, body.name, body.phoneTail].filter((one) => one !== undefined);
  if (given.length !== 1) return refuse('request/invalid');
  if (body.phoneTail !== undefined) return ok({ kind: 'phoneTail', text: body.phoneTail });
  if (body.name !== undefined) {
    const name = parsePersonName(body.name);
    return name.ok ? ok({ kind: 'name', text: name.value }) : name;
  }
  const idNumber = parseIdentityNumber(body.idNumber ?? '');
  return idNumber.ok ? ok({ kind: 'idNumber', text: idNumber.value.number }) : idNumber;
}

const foundView = (learner: OpenedLearner) => ({
  id: learner.id,
  name: learner.name,
  idNumberMasked: maskIdentityNumber(learner.idNumber),
  phoneMasked: maskPhone(learner.phone),
  activated: learner.activatedAt !== null,
  profileCompleted: learner.profileCompletedAt !== null,
});

type EnrolmentRow = Awaited<ReturnType<typeof enrolmentsOfLearner>>[number];

async function enrolmentView(
  app: App,
  learnerId: string,
  row: EnrolmentRow,
  missing: readonly string[],
) {
  const snapshot = projectedSnapshot(row);
  const facts = await explainFactsOf(app.db, { id: row.id, learnerId }, missing);
  const policy = await policyOf(app.db, row);
  return {
    id: row.id,
    post: row.post,
    postLabel: postLabel(row.post),
    studyYear: row.studyYear,
    policyId: row.policyId,
    employer: row.employer,
    createdAt: iso(row.createdAt),
    tags: row.stateTags,
    explanation: snapshot && explanationView(snapshot, policy, app.clock.now(), facts),
    steps: snapshot ? stepViews(snapshot) : [],
  };
}

async function fullView(app: App, learner: OpenedLearner) {
  const files = await filesInForce(app.db, learner.id);
  const items = missingOfProfile(profileFactsOf(learner, files));
  const labels = items.map((item) => PROFILE_ITEM_LABELS[item]);
  const consents = await readConsents(app.db, learner.id);
  const rows = await enrolmentsOfLearner(app.db, learner.id);
  return {
    ...foundView(learner),
    phoneVerified: learner.phoneVerifiedAt !== null,
    activatedAt: isoOrNull(learner.activatedAt),
    profileCompletedAt: isoOrNull(learner.profileCompletedAt),
    missing: labels,
    faceConsent: consents.every((consent) => consent.live),
    correctionOpen: await hasOpenCorrection(app.db, learner.id),
    enrolments: await Promise.all(rows.map((row) => enrolmentView(app, learner.id, row, labels))),
  };
}

export default async function learnersRoutes(app: App): Promise<void> {
  app.post('/api/learners/search', search, async (request, reply) => {
    const key = keyOf(request.body);
    if (!key.ok) return reply.refuse(key.refusal);
    return { items: (await findLearners(app.db, app.vault, key.value)).map(foundView) };
  });

  app.get('/api/learners/:id', readOne, async (request, reply) => {
    const learner = await openLearner(app.db, app.vault, request.params.id);
    return learner ? fullView(app, learner) : reply.refuse({ code: 'learner/notFound' });
  });

  app.post('/api/learners/:id/unmask', unmask, async (request, reply) => {
    const learnerId = request.params.id;
    const input = { ...request.body, learnerId, staffId: request.staffId() };
    const result = await unmaskLearner(app.deps, input);
    return result.ok ? { value: result.value } : reply.refuse(result.refusal);
  });

  app.post('/api/learners/:id/unlock', unlock, async (request, reply) => {
    const learnerId = request.params.id;
    const input = { ...request.body, learnerId, staffId: request.staffId() };
    return sendResult(reply, await unlockLearner(app.deps, input));
  });
}
