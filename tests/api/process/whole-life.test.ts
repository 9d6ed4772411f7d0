import { beforeAll, describe, expect, test } from 'vitest';
import {
  acceptHours,
  commandBy,
  completeHours,
  enrol,
  furnish,
  passExam,
  untilTag,
} from './people.ts';
import { processGround, type ProcessGround } from './process-ground.ts';

let ground: ProcessGround;
beforeAll(async () => {
  ground = await processGround();
  await furnish(ground);
  await ground.startWorker();
});

describe('a life without trouble', () => {
  test('from registration to the renewed certificate', async () => {
    const id = await enrol(ground);
    await untilTag(ground, id, 'hours.studying');
    await completeHours(ground, id);
    await untilTag(ground, id, 'exam.open');
    await passExam(ground, id);
    await untilTag(ground, id, 'audit.open');
    const accepted = await acceptHours(ground, id);
    expect(accepted.ok).toBe(true);
    await untilTag(ground, id, 'renewal.available');
    const renewed = await commandBy(ground, id, 'learner:x', { type: 'RENEW' });
    console.log(renewed, ground.sent, ground.faults);
    await untilTag(ground, id, 'renewal.renewed');
  });
});
