import { client, take, type Answer, type Sent } from '../../app/client.ts';
import { upload } from '../../app/upload.ts';

export type Question = Answer<'/api/questions', 'get'>['items'][number];
export type QuestionContent = Sent<'/api/questions/{id}', 'put'>;
export type ImportReport = Answer<'/api/questions/import', 'post'>;
export type QuestionFilter = {
  readonly post?: string;
  readonly topic?: string;
  readonly retired?: boolean;
};

export const readQuestions = (filter: QuestionFilter, cursor: string | undefined) =>
  take(client.GET('/api/questions', { params: { query: { ...filter, cursor } } }));

export const saveQuestion = (id: string | null, code: string, body: QuestionContent) =>
  id === null
    ? take(client.POST('/api/questions', { body: { code, ...body } }))
    : take(client.PUT('/api/questions/{id}', { params: { path: { id } }, body }));

export const retireQuestion = (id: string) =>
  take(client.DELETE('/api/questions/{id}', { params: { path: { id } } }));

export const importQuestions = (file: File) => {
  const form = new FormData();
  form.set('file', file, file.name);
  return upload<ImportReport>('/api/questions/import', form);
};
