export { createOutboxSms } from './sms-port.ts';
export type { Sms, SmsFate, SmsPort, SmsReceipt } from './sms-port.ts';
export { queueNotice } from './queue-notice.ts';
export type { QueuedNotice } from './queue-notice.ts';
export { sendDueNotices } from './send-due-notices.ts';
export { askDueFates } from './ask-due-fates.ts';
export { createSms } from './create-sms.ts';
export type { NoticeSender } from './send-due-notices.ts';
