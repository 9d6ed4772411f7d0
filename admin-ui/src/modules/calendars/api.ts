import { client, take, type Answer, type Sent } from '../../app/client.ts';

export type Calendar = Answer<'/api/calendars', 'get'>['items'][number];
export type YearDraft = Sent<'/api/calendars/preview', 'post'>;
export type Preview = Answer<'/api/calendars/preview', 'post'>;

/** The calendars in force, each known by its version. */
export const readCalendars = async () => {
  const { items } = await take(client.GET('/api/calendars'));
  return { items: items.map((item) => ({ ...item, id: `${item.version}` })) };
};

export const previewYear = (body: YearDraft) =>
  take(client.POST('/api/calendars/preview', { body }));

export const publishYear = (body: YearDraft) => take(client.POST('/api/calendars', { body }));
