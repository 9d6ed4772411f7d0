import { inject } from 'vitest';

/** Asks the run's ground for something; it is made at the first asking and kept. */
export async function askGround<T extends object>(
  what: 'postgres' | 'template' | 'temporal' | 'bundle' | 'learner-ui' | 'admin-ui',
  body: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(`${inject('groundUrl')}/${what}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as T & { fault?: string };
  if (answer.fault) throw new Error(answer.fault);
  return answer;
}
