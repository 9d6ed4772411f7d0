/** RFC 9457: what every refusal and every fault of the API looks like. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** The refusal's code, `area/what`; `fault` for a fault, `network` when nothing answered. */
  readonly code: string;
  /** One sentence that says what to do, in the language that was asked for. */
  readonly detail: string;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  readonly details?: Readonly<Record<string, unknown>>;
};

/** A refusal thrown, for callers that prefer a throw (vue-query does). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Does it look like a problem of this API? */
export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Problem).code === 'string' &&
  typeof (value as Problem).status === 'number';
