import type { App } from '../../app-types.ts';
import { thresholdsInForce, tryThresholds } from '../../commands/decision/what-if.ts';
import { ThresholdsView, TrialBody, WhatIfView } from '../../schemas/decisions.ts';
import { route } from '../../schemas/route.ts';

const tags = ['audits'];
const inForce = route('decisions.whatIf', {
  tags,
  summary: 'The thresholds in force, to begin a what-if from',
  response: { 200: ThresholdsView },
});
const tryOn = route(
  'decisions.whatIf',
  {
    tags,
    summary: 'A page of past decisions under other thresholds; changes nothing',
    body: TrialBody,
    response: { 200: WhatIfView },
  },
  { limit: { perMinute: 240 } },
);

export default async function whatIfRoutes(app: App): Promise<void> {
  app.get('/api/decisions/thresholds', inForce, () => thresholdsInForce(app.db));

  app.post('/api/decisions/what-if', tryOn, (request) => {
    const { cursor, ...trial } = request.body;
    return tryThresholds(app.db, trial, cursor);
  });
}
