import { renderNotice, type NoticeParams, type NoticeTemplate } from './templates.ts';

/**
 * Texts that gateways know by a registered template: one name for each sentence that differs in more
 * than its blanks.
 */
export const SMS_NAMES = [
  'activationCode',
  'recoveryCode',
  'attendedCode',
  'hoursAccepted',
  'hoursCleared',
  'hoursClearedNeutral',
  'hoursClearedPart',
  'evidenceAsked',
  'appealGranted',
  'appealDismissed',
  'certificateIssued',
  'certificateRenewed',
  'certificateRenewedSameNumber',
  'certificateVoided',
  'certificateExpiring',
  'renewalRefused',
  'phoneCorrectedOld',
  'phoneCorrectedNew',
  'relearnEnding',
  'appealEnding',
  'yearEnding',
] as const;
export type SmsName = (typeof SMS_NAMES)[number];

/** A message as a gateway takes it: the registered text's name and its blanks in their order. */
export type SmsMessage = {
  readonly name: SmsName;
  readonly blanks: readonly (readonly [blank: string, value: string])[];
};

const message = (name: SmsName, blanks: Readonly<Record<string, string | number>>): SmsMessage => ({
  name,
  blanks: Object.entries(blanks).map(([blank, value]) => [blank, String(value)] as const),
});

function renewed({ number, replacedNumber }: NoticeParams['certificateRenewed']): SmsMessage {
  if (replacedNumber === null) return message('certificateIssued', { number });
  if (replacedNumber === number) return message('certificateRenewedSameNumber', { number });
  return message('certificateRenewed', { number, replacedNumber });
}

type Cleared = NoticeParams['hoursCleared'];
function cleared(
  wording: Cleared['wording'],
  part: Cleared['part'],
  { name, postLabel, studyYear }: Pick<Cleared, 'name' | 'postLabel' | 'studyYear'>,
): SmsMessage {
  const who = { name, postLabel, studyYear };
  if (part !== null) return message('hoursClearedPart', { ...who, part });
  return message(wording === 'handbook' ? 'hoursCleared' : 'hoursClearedNeutral', who);
}

type Messages = {
  readonly [T in NoticeTemplate]: ((params: NoticeParams[T]) => SmsMessage) | null;
};

/** Null: a notice of the app alone. */
const MESSAGES: Messages = {
  activationCode: ({ code, minutes }) => message('activationCode', { code, minutes }),
  recoveryCode: ({ code, minutes }) => message('recoveryCode', { code, minutes }),
  attendedCode: ({ code, minutes }) => message('attendedCode', { code, minutes }),
  hoursCompleted: null,
  hoursAccepted: () => message('hoursAccepted', {}),
  hoursCleared: ({ wording, part, ...who }) => cleared(wording, part, who),
  evidenceAsked: ({ lastMoment }) => message('evidenceAsked', { lastMoment }),
  auditOverdue: null,
  auditPaused: null,
  appealOverdue: null,
  examPassed: null,
  appealFiled: null,
  appealGranted: () => message('appealGranted', {}),
  appealDismissed: () => message('appealDismissed', {}),
  hoursReopened: null,
  certificateRenewed: renewed,
  certificateVoided: ({ number }) => message('certificateVoided', { number }),
  certificateExpiring: ({ number, lastDay }) => message('certificateExpiring', { number, lastDay }),
  renewalRefused: ({ reason }) => message('renewalRefused', { reason }),
  phoneCorrectedOld: ({ tail }) => message('phoneCorrectedOld', { tail }),
  phoneCorrectedNew: ({ platform }) => message('phoneCorrectedNew', { platform }),
  relearnEnding: ({ lastDay }) => message('relearnEnding', { lastDay }),
  appealEnding: ({ lastDay }) => message('appealEnding', { lastDay }),
  yearEnding: ({ postLabel, studyYear, lastDay }) =>
    message('yearEnding', { postLabel, studyYear, lastDay }),
  appealWithdrawn: null,
  enrolmentExpired: null,
  enrolmentWithdrawn: null,
  accommodationRecorded: null,
  accommodationEnded: null,
};

/** A notice's SMS as a gateway takes it; null when it has none. */
export const smsOf = <T extends NoticeTemplate>(
  template: T,
  params: NoticeParams[T],
): SmsMessage | null => MESSAGES[template]?.(params) ?? null;

type Sample = { readonly [T in NoticeTemplate]?: NoticeParams[T] };
const CLEARED = {
  ...{ name: '${name}', postLabel: '${postLabel}', studyYear: '${studyYear}' },
  ...{ reason: '', explanation: '' },
};
/** Every blank filled with its own name, so that rendering gives the text to register. */
const SAMPLES: readonly Sample[] = [
  { activationCode: blank({ code: '${code}', minutes: '${minutes}' }) },
  { recoveryCode: blank({ code: '${code}', minutes: '${minutes}' }) },
  { attendedCode: blank({ code: '${code}', minutes: '${minutes}' }) },
  { hoursAccepted: { examOpen: false } },
  { hoursCleared: blank({ ...CLEARED, ...{ wording: 'handbook', part: null } }) },
  { hoursCleared: blank({ ...CLEARED, ...{ wording: 'neutral', part: null } }) },
  { hoursCleared: blank({ ...CLEARED, ...{ wording: 'handbook', part: '${part}' } }) },
  { evidenceAsked: { question: '', lastMoment: '${lastMoment}' } },
  { appealGranted: {} },
  { appealDismissed: { explanation: '' } },
  { certificateRenewed: { number: '${number}', replacedNumber: null } },
  { certificateRenewed: { number: '${number}', replacedNumber: '${replacedNumber}' } },
  { certificateRenewed: { number: '${number}', replacedNumber: '${number}' } },
  { certificateVoided: { number: '${number}', reason: '' } },
  { certificateExpiring: { number: '${number}', lastDay: '${lastDay}' } },
  { renewalRefused: { reason: '${reason}' } },
  { phoneCorrectedOld: { tail: '${tail}' } },
  { phoneCorrectedNew: { platform: '${platform}' } },
  { relearnEnding: { lastDay: '${lastDay}' } },
  { appealEnding: { lastDay: '${lastDay}' } },
  {
    yearEnding: blank({
      ...{ postLabel: '${postLabel}', studyYear: '${studyYear}', lastDay: '${lastDay}' },
    }),
  },
];

/** A blank stands where a number would: it is printed, not counted with. */
function blank<P>(params: Readonly<Record<string, string | null>>): P {
  return params as P;
}

/** Gateways put the signature in front of a text by themselves. */
const withoutSignature = (text: string): string => text.replace(/^【[^】]*】/, '');

/** The texts an operator registers with a gateway, blanks as `${name}`, by their names. */
export function smsTexts(): ReadonlyMap<SmsName, string> {
  const texts = new Map<SmsName, string>();
  for (const sample of SAMPLES) {
    for (const [template, params] of Object.entries(sample) as [NoticeTemplate, never][]) {
      const name = smsOf(template, params)?.name;
      if (name) texts.set(name, withoutSignature(renderNotice(template, params).sms ?? ''));
    }
  }
  return texts;
}
