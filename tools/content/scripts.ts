import type { LessonScript } from './script-types.ts';
import { checklistScene } from './scenes/checklist.ts';
import * as concrete from './scenes/concrete.ts';
import * as height from './scenes/height.ts';
import * as power from './scenes/power.ts';

const cue = (show: string, say: string) => ({ show, say });

/** The three lessons the product ships with. Sources of the figures are listed in docs/content.md. */
export const lessonScripts: readonly LessonScript[] = [
  {
    slug: 'work-at-height',
    title: '高处作业安全',
    topic: '高处作业',
    aim: '认得清高处，系得好安全带，守得住临边',
    slides: [
      {
        heading: '高处作业安全',
        draw: height.scaffoldScene,
        cues: [
          cue(
            '认得清高处，系得好安全带，守得住临边',
            '欢迎学习高处作业安全。高处坠落，是施工现场最常见的伤害。',
          ),
        ],
      },
      {
        heading: '多高算高处',
        draw: height.datumScene,
        cues: [
          cue('坠落高度基准面 2 m 及以上', '在坠落高度基准面两米及以上作业，就是高处作业。'),
          cue('先看脚下会落到哪里，再看自己有多高', '判断时，先看脚下会落到哪里，再看自己有多高。'),
          cue('作业前有交底，有专人检查', '作业之前，要接受安全技术交底，设施由专人检查。'),
        ],
      },
      {
        heading: '系好安全带',
        draw: height.harnessScene,
        cues: [
          cue('安全帽、安全带、防滑鞋齐全', '上去之前，戴好安全帽，系好安全带，穿好防滑鞋。'),
          cue('高挂低用，挂在牢固的构件上', '安全带要高挂低用，挂点必须牢固可靠。'),
          cue('移动时始终有一个挂点', '移动的时候，也要始终保持有一个挂点。'),
        ],
      },
      {
        heading: '守住临边和洞口',
        draw: height.edgeScene,
        cues: [
          cue(
            '上杆 1.2 m，立杆间距不大于 2 m',
            '防护栏杆的上杆，离地一点二米。立杆间距不大于两米。',
          ),
          cue('挡脚板高度不小于 180 mm', '下面设挡脚板，高度不小于一百八十毫米。'),
          cue('洞口盖板要盖严、固定、有标识', '洞口的盖板，要盖严，要固定，要有标识。'),
        ],
      },
      {
        heading: '看天气，听指挥',
        draw: height.weatherScene,
        cues: [
          cue('6 级及以上强风、浓雾、沙尘暴', '遇到六级及以上强风，浓雾，或者沙尘暴，'),
          cue('停止露天攀登与悬空高处作业', '停止露天攀登与悬空高处作业。'),
          cue('雨雪过后先检查、清理，再上去', '雨雪过后，先检查，先清理，再上去。'),
        ],
      },
      {
        heading: '记住这四件事',
        draw: checklistScene(['先交底', '再检查', '系好带', '看天气']),
        cues: [
          cue(
            '安全从脚下开始，平安回家是最好的成绩',
            '先交底，再检查，系好带，看天气。安全从脚下开始，平安回家，是最好的成绩。',
          ),
        ],
      },
    ],
  },
  {
    slug: 'site-power-and-fire',
    title: '临时用电与防火',
    topic: '临时用电',
    aim: '分得清三级配电，用得对安全电压，管得住每一处明火',
    slides: [
      {
        heading: '临时用电与防火',
        draw: power.cabinetScene,
        cues: [
          cue(
            '分得清三级配电，用得对安全电压，管得住明火',
            '欢迎学习临时用电与防火。电看不见，火不等人，规矩要走在前面。',
          ),
        ],
      },
      {
        heading: '三级配电，两级保护',
        draw: power.levelsScene,
        cues: [
          cue(
            '总配电箱、分配电箱、开关箱',
            '现场的电，从总配电箱到分配电箱，再到开关箱，一共三级。',
          ),
          cue('分配电箱到开关箱不大于 30 m', '分配电箱与开关箱的距离，不大于三十米。'),
          cue('总配电箱和开关箱都装漏电保护', '总配电箱和开关箱，都要安装漏电保护器。'),
        ],
      },
      {
        heading: '一机一闸一漏一箱',
        draw: power.machineScene,
        cues: [
          cue('开关箱到固定设备不大于 3 m', '一台设备，配一个自己的开关箱。距离不大于三米。'),
          cue('外壳接黄绿双色保护零线', '设备的金属外壳，要接黄绿双色的保护零线。'),
          cue('接线、检修由持证电工完成', '接线和检修，只能由持证的电工来做。'),
        ],
      },
      {
        heading: '照明用安全电压',
        draw: power.lampScene,
        cues: [
          cue(
            '隧道、人防、高温：不大于 36 V',
            '隧道，人防工程和高温场所，照明电压不大于三十六伏。',
          ),
          cue('潮湿、易触及带电体：不大于 24 V', '潮湿的场所，不大于二十四伏。'),
          cue('金属容器内：不大于 12 V', '金属容器里面，不大于十二伏。'),
        ],
      },
      {
        heading: '动火先办证',
        draw: power.hotWorkScene,
        cues: [
          cue('有许可证，有监护人，有灭火器材', '动火之前，要有许可证，有监护人，有灭火器材。'),
          cue('两瓶相距 5 m，离明火 10 m', '氧气瓶与乙炔瓶相距不小于五米，离明火不小于十米。'),
          cue('收工后检查，确认没有火种', '收工以后要检查，确认没有留下火种。'),
        ],
      },
      {
        heading: '记住这四件事',
        draw: checklistScene(['三级配电', '漏电保护', '动火办证', '通道畅通']),
        cues: [
          cue(
            '发现隐患，先断电、先撤人、先报告',
            '三级配电，漏电保护，动火办证，通道畅通。发现隐患，先断电，先撤人，先报告。',
          ),
        ],
      },
    ],
  },
  {
    slug: 'concrete-quality',
    title: '混凝土施工质量控制',
    topic: '混凝土工程',
    aim: '进场验得严，浇筑振得实，养护守得住',
    slides: [
      {
        heading: '混凝土施工质量控制',
        draw: concrete.truckScene,
        cues: [
          cue(
            '进场验得严，浇筑振得实，养护守得住',
            '欢迎学习混凝土施工质量控制。好的混凝土，是一步一步管出来的。',
          ),
        ],
      },
      {
        heading: '进场先验收',
        draw: concrete.slumpScene,
        cues: [
          cue('核对强度等级、配合比和出厂时间', '车到现场，先核对强度等级，配合比和出厂时间。'),
          cue('现场测坍落度，不合格就退回', '再测坍落度。不合格的，退回去。'),
          cue('任何时候都不得加水', '运输和浇筑的过程中，严禁加水。'),
        ],
      },
      {
        heading: '分层浇筑，振捣密实',
        draw: concrete.pourScene,
        cues: [
          cue('分层连续浇筑，初凝前接上', '浇筑要分层，要连续，上层在下层初凝之前接上。'),
          cue('振捣棒插入下层不小于 50 mm', '振捣棒插入下层，不小于五十毫米。'),
          cue('快插慢拔，不漏振、不过振', '快插慢拔，不漏振，也不过振。'),
        ],
      },
      {
        heading: '养护要守时',
        draw: concrete.curingScene,
        cues: [
          cue('普通硅酸盐水泥：不少于 7 天', '用普通硅酸盐水泥的混凝土，养护不少于七天。'),
          cue(
            '抗渗、缓凝、C60 及以上：不少于 14 天',
            '有抗渗要求的，加缓凝剂的，强度等级高的，不少于十四天。',
          ),
          cue('强度到 1.2 MPa 前不上人、不加荷', '强度没有到一点二兆帕，不上人，不加荷载。'),
        ],
      },
      {
        heading: '试件说了算',
        draw: concrete.specimenScene,
        cues: [
          cue('同配合比每 100 m³ 取样不少于一次', '同一配合比，每一百立方米，取样不少于一次。'),
          cue(
            '标准养护 20 ± 2 ℃，湿度 95 % 以上，28 天',
            '标准养护二十八天，温度二十度上下两度，湿度百分之九十五以上。',
          ),
        ],
      },
      {
        heading: '发现缺陷，先报告',
        draw: concrete.defectScene,
        cues: [
          cue('蜂窝、露筋、孔洞：先记录', '看见蜂窝，露筋，孔洞，先拍照记录。'),
          cue(
            '按批准的方案处理，再重新验收',
            '严重缺陷，按批准的技术方案处理，再重新验收。不得自己抹灰遮盖。',
          ),
        ],
      },
    ],
  },
];
