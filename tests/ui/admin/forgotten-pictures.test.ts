import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import FaceCheckList from '../../../admin-ui/src/app/case/FaceCheckList.vue';
import SnapshotWall from '../../../admin-ui/src/app/case/SnapshotWall.vue';
import { evidenceImagesKey } from '../../../admin-ui/src/app/case/evidence-images.ts';
import { createTexts } from '../../../admin-ui/src/app/i18n.ts';
import { modules } from '../../../admin-ui/src/app/modules.ts';
import type { Case } from '../../../admin-ui/src/app/wire.ts';

const AT = '2026-03-02T02:00:00.000Z';
const shown = (part: object, props: object) => {
  const asked: string[] = [];
  const images = { of: () => undefined, show: (address: string) => void asked.push(address) };
  const page = mount(part, {
    props,
    attachTo: document.body,
    global: {
      plugins: [createTexts(modules, 'zh-CN')],
      provide: { [evidenceImagesKey as symbol]: images },
    },
  } as never);
  return { page, asked };
};
const snapshot = (id: string, pictureForgotten: boolean): Case['snapshots'][number] => ({
  ...{ id, sessionId: 's', takenAt: AT, outcome: 'missed', reason: 'otherFace' },
  ...{ portraitDistance: 1.31, entryDistance: null, thresholdsVersion: 'face-2', modelId: 'm' },
  ...{ flags: [], imageUrl: `/api/snapshots/${id}/image`, pictureForgotten },
});

test('a picture deleted at its owner’s wish is never asked for; verdict and distance stand', async () => {
  const snapshots = [snapshot('one', true), snapshot('two', false)];
  const { page, asked } = shown(SnapshotWall, { snapshots, portraitUrl: null });
  await page.find('[data-testid="show-snapshots"]').trigger('click');
  expect(asked).toEqual(['/api/snapshots/two/image']);
  expect(page.find('[data-testid="snapshot-0"]').text()).toMatch(/照片已删除,识别结论保留.*1\.31/s);
  expect(page.find('[data-testid="snapshot-1"]').text()).not.toContain('已删除');
  page.unmount();
});

test('a face check whose frames were deleted says so', () => {
  const check: Case['faceChecks'][number] = {
    ...{ id: 'c', sessionId: 's', kind: 'entry', at: AT, actions: ['openMouth'] },
    ...{ outcome: 'matched', reason: null, distance: 0.4, frames: [], pictureForgotten: true },
  };
  const { page } = shown(FaceCheckList, { checks: [check] });
  expect(page.text()).toContain('照片已删除,识别结论保留');
  page.unmount();
});
