// Prints the texts to register with an SMS gateway, and the file in which their codes are kept.
import { smsTexts } from '@xuzheng/engine';

for (const [name, text] of smsTexts()) process.stdout.write(`${name}\n  ${text}\n`);
const codes = Object.fromEntries([...smsTexts().keys()].map((name) => [name, '']));
process.stdout.write(`\nSMS_TEMPLATES_FILE:\n${JSON.stringify(codes, null, 2)}\n`);
