import { CLEAR_SCOPE_LABELS, type ClearScopeKind } from '../audit/clear-scope.ts';
import type { ExplainFacts } from './explain-facts.ts';
import type { SentenceFill, TwoTongues } from './explain-texts.ts';
import type { LifecycleContext } from './lifecycle-types.ts';

type Known = {
  readonly has: (tag: string) => boolean;
  readonly context: LifecycleContext;
  readonly facts: ExplainFacts;
};

type Aside = TwoTongues & { readonly when: (known: Known) => boolean };

const appealOpen = ({ context }: Known): boolean => context.appeal?.pending === true;
const windowGuessed = ({ context: { clear } }: Known): boolean =>
  clear?.appealed === false && clear.appealProvisional === true;
/** The hours behind a renewed certificate were cleared and have not been accepted again. */
const clearedAfterRenewal = ({ context }: Known): boolean =>
  context.renewedAt !== null && context.clear !== null && context.acceptedAt === null;

/** In the order in which they are told. */
const ASIDES = [
  {
    zh: '截止日期所在年份的放假安排尚未公布，日期为估算，公布后自动更正；在此之前不会因到期作任何处理。',
    en: 'The public holidays of the deadline’s year are not published yet: the date is an estimate, is corrected by itself, and nothing follows from it before that.',
    when: (known) =>
      (known.has('audit.open') && known.context.audit?.provisional === true) ||
      (appealOpen(known) && known.context.appeal?.dueProvisional === true) ||
      (known.has('audit.cleared') && windowGuessed(known)),
  },
  {
    zh: '您的申诉已超过答复期限，已升级督办；不会因超期自动成立或驳回。',
    en: 'The answer to your appeal is late and has been escalated; lapse of time decides nothing.',
    // Where nothing else goes on this is the sentence itself.
    when: (known) =>
      known.has('audit.open') && appealOpen(known) && known.context.appeal?.overdueNotedAt != null,
  },
  {
    zh: '管理系统暂时没有答复，系统会自动继续办理，无需重复操作。',
    en: 'The registry has not answered yet; the system goes on by itself and there is nothing to repeat.',
    when: ({ has, facts }) =>
      facts.registryWaiting === true &&
      (has('renewal.reportingHours') || has('renewal.requesting')),
  },
  {
    zh: '原有电子培训合格证目前继续有效；是否作废须由人工另行决定，决定后会告知您。',
    en: 'The electronic training certificate stays valid for now; whether it becomes void is decided by a person, and you will be told.',
    when: (known) => clearedAfterRenewal(known) && known.facts.certificateVoid === undefined,
  },
  {
    zh: '已决定作废本次换发的电子培训合格证，正在向管理系统办理；办成之前证书状态不变。',
    en: 'It has been decided to void the renewed certificate and the registry is being asked; its status stays until that is done.',
    when: ({ facts }) => facts.certificateVoid === 'pending',
  },
  {
    zh: '本次换发的电子培训合格证已按人工决定作废；如有疑问请致电 {service}。',
    en: 'The renewed certificate has been made void by a person’s decision; call {service} if you have questions.',
    when: ({ facts }) => facts.certificateVoid === 'done',
  },
  {
    zh: '最近一条短信没有送达您的手机，内容可在“消息”中查看；号码有变请拨打 {service} 更正。',
    en: 'The last SMS did not reach your phone; read it under "Messages", and call {service} if the number has changed.',
    when: ({ facts }) => facts.smsFailed === true,
  },
] as const satisfies readonly Aside[];

/** What goes on beside the state, each in a sentence of its own; often nothing. */
export function asidesOf(known: Known, { service }: Pick<SentenceFill, 'service'>): TwoTongues[] {
  const put = (text: string): string => text.replace('{service}', service);
  return ASIDES.filter(({ when }) => when(known)).map(({ zh, en }) => ({
    ...{ zh: put(zh), en: put(en) },
  }));
}

/** What a clear took, as its sentence calls it. */
export function clearedPart(kind: ClearScopeKind | undefined): TwoTongues {
  if (kind === undefined || kind === 'wholeYear') return { zh: '部分', en: 'a part' };
  const { zh, en } = CLEAR_SCOPE_LABELS[kind];
  return { zh: `部分${zh}的`, en: `a part (by ${en})` };
}
