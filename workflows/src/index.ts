// The workflows' one door: the process, and the contract by which the shell speaks to it.
export * from './contract.ts';
export type {
  Birth,
  LifecycleActivities,
  Projection,
  RegistryAnswer,
  VerdictRecording,
} from './activities.ts';
export { learnerLifecycle } from './lifecycle.ts';
