import { isProblem, ProblemError } from '@xuzheng/client';
import { client } from './client.ts';
import { savedLocale } from './saved-locale.ts';

const problem = (status: number) => ({
  type: 'urn:xuzheng:network',
  title: 'Network',
  status,
  code: status === 0 ? 'network' : 'fault',
  detail: '',
});

const bodyOf = (request: XMLHttpRequest): unknown => {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return null;
  }
};

/**
 * Sends a form of files and tells how much has left, from 0 to 1: `fetch` cannot say. `T` is what
 * the route answers. Throws the refusal as a problem.
 */
export const upload = async <T>(
  path: string,
  form: FormData,
  onProgress: (share: number) => void = () => undefined,
): Promise<T> => {
  const headers = { ...(await client.csrfHeaders()), 'accept-language': savedLocale() };
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ProblemError(problem(0)));
    request.onload = () => {
      const body = bodyOf(request);
      if (request.status < 300) resolve(body as T);
      else reject(new ProblemError(isProblem(body) ? body : problem(request.status)));
    };
    request.send(form);
  });
};
