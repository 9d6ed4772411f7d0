export { createXuzhengClient, type ClientOptions, type XuzhengClient } from './client.ts';
export { type Problem, ProblemError, isProblem } from './problem.ts';
export type { components, operations, paths } from './paths.gen.ts';
