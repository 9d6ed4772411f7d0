import type { LessonScript } from './script-types.ts';
import * as concrete from './scenes/concrete.ts';
import * as height from './scenes/height.ts';
import * as power from './scenes/power.ts';

const aim = '测试用的短课件';

/** Lessons of 8–12 s, so that a test can watch a whole one. */
export const shortLessonScripts: readonly LessonScript[] = [
  {
    slug: 'short-height',
    title: '认识高处作业',
    topic: '高处作业',
    aim,
    slides: [
      {
        heading: '认识高处作业',
        draw: height.scaffoldScene,
        cues: [{ show: aim, say: '这一课很短，认识高处作业。' }],
      },
      {
        heading: '多高算高处',
        draw: height.datumScene,
        cues: [
          {
            show: '坠落高度基准面 2 m 及以上',
            say: '在坠落高度基准面两米及以上作业，就是高处作业。',
          },
        ],
      },
    ],
  },
  {
    slug: 'short-power',
    title: '认识三级配电',
    topic: '临时用电',
    aim,
    slides: [
      {
        heading: '认识三级配电',
        draw: power.cabinetScene,
        cues: [{ show: aim, say: '这一课很短，认识三级配电。' }],
      },
      {
        heading: '三级配电',
        draw: power.levelsScene,
        cues: [
          { show: '总配电箱、分配电箱、开关箱', say: '总配电箱，分配电箱，开关箱，一共三级配电。' },
        ],
      },
    ],
  },
  {
    slug: 'short-concrete',
    title: '认识混凝土养护',
    topic: '混凝土工程',
    aim,
    slides: [
      {
        heading: '认识混凝土养护',
        draw: concrete.truckScene,
        cues: [{ show: aim, say: '这一课很短，认识混凝土养护。' }],
      },
      {
        heading: '养护要守时',
        draw: concrete.curingScene,
        cues: [
          {
            show: '普通硅酸盐水泥：不少于 7 天',
            say: '用普通硅酸盐水泥的混凝土，养护不少于七天。',
          },
        ],
      },
    ],
  },
];
