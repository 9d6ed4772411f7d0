import { otherWarnings, phoneWarning } from '@xuzheng/engine';
import type { App } from '../../app-types.ts';
import { contactsInForce } from '../../db/contacts.ts';
import { contacts } from '../../schemas/account.ts';
import { route } from '../../schemas/route.ts';

const readContacts = route('public', {
  tags: ['account'],
  summary: 'Service numbers and the warnings of the handbook',
  response: { 200: contacts },
});

export default async function contactsRoutes(app: App): Promise<void> {
  app.get('/api/contacts', readContacts, async () => {
    const numbers = await contactsInForce(app.db);
    return {
      service: [...numbers.service],
      platform: numbers.platform,
      phoneWarning: phoneWarning(numbers),
      warnings: [...otherWarnings(numbers)],
    };
  });
}
