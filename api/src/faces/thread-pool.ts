import { Worker } from 'node:worker_threads';
import { ok, refuse, type DescriptorKind, type Result } from '@xuzheng/engine';
import type { Embedded, FaceJob, JobMessage, JobValue, Measured } from './jobs.ts';
import type { PoolModel, ThreadMessage } from './jobs.ts';

export interface ThreadPoolOptions {
  /** The network that describes faces; templates of another one do not compare. */
  descriptor: DescriptorKind;
  /** Threads at most; each holds about 270 MB and starts when there is work for it. */
  threads?: number;
  /** Jobs that may wait; one more is refused at once. */
  queueAtMost?: number;
  /** A job that runs longer loses its thread, which is started anew. */
  jobTimeoutMs?: number;
  /** How long a job waits for the first thread to be ready. */
  startTimeoutMs?: number;
  /** Told of every thread that died, for the log. */
  onLost?: (why: string) => void;
}

export interface ThreadPoolStatus {
  threads: number;
  ready: number;
  busy: number;
  waiting: number;
  restarts: number;
  warmUpMs: number | null;
}

/** Threads that measure and describe faces, with a bounded queue in front. */
export interface ThreadPool {
  /** Refusals: those of the picture, and `face/unavailable` when the pool cannot answer. */
  run<J extends FaceJob>(job: J, urgent: boolean): Promise<Result<JobValue<J>>>;
  /** Null when no thread came up in time. */
  model(): Promise<PoolModel | null>;
  status(): ThreadPoolStatus;
  close(): Promise<void>;
}

interface Task {
  id: number;
  job: FaceJob;
  /** A picture that kills its thread gets one other thread, not all of them. */
  lost: number;
  settle: (result: Result<Measured | Embedded>) => void;
}

interface Seat {
  thread: Worker;
  ready: boolean;
  task: Task | null;
  timer: NodeJS.Timeout | null;
}

interface State {
  options: Required<ThreadPoolOptions>;
  seats: Set<Seat>;
  urgent: Task[];
  calm: Task[];
  model: PoolModel | null;
  waitersForModel: ((model: PoolModel | null) => void)[];
  warmUpMs: number | null;
  restarts: number;
  /** Threads in a row that died before they were ready: slows the next start down. */
  failedStarts: number;
  nextId: number;
  closed: boolean;
}

const unavailable = (why: string) => refuse('face/unavailable', { why });

const waitingIn = (state: State): number => state.urgent.length + state.calm.length;

function release(seat: Seat): Task | null {
  const { task } = seat;
  if (seat.timer) clearTimeout(seat.timer);
  seat.timer = null;
  seat.task = null;
  return task;
}

function dispatch(state: State): void {
  for (const seat of state.seats) {
    if (!seat.ready || seat.task) continue;
    const task = state.urgent.shift() ?? state.calm.shift();
    if (!task) return;
    seat.task = task;
    seat.timer = setTimeout(() => {
      release(seat)?.settle(unavailable('timeout'));
      void seat.thread.terminate();
    }, state.options.jobTimeoutMs);
    const message: JobMessage = { id: task.id, job: task.job };
    seat.thread.postMessage(message);
  }
  if (waitingIn(state) > 0 && state.seats.size < state.options.threads) openSeat(state);
}

function onReady(state: State, seat: Seat, message: ThreadMessage & { kind: 'ready' }): void {
  seat.ready = true;
  state.failedStarts = 0;
  state.warmUpMs = message.warmUpMs;
  state.model = message.model;
  for (const tell of state.waitersForModel.splice(0)) tell(state.model);
}

function onMessage(state: State, seat: Seat, message: ThreadMessage): void {
  if (message.kind === 'ready') {
    onReady(state, seat, message);
  } else if (seat.task?.id === message.id) {
    const task = release(seat);
    if (message.kind === 'done') task?.settle(ok(message.value));
    else if (message.kind === 'refused') task?.settle(refuse(message.code));
    else task?.settle(unavailable('fault'));
    if (message.kind === 'failed') state.options.onLost(`face job failed: ${message.message}`);
  }
  dispatch(state);
}

function onExit(state: State, seat: Seat, why: string): void {
  if (!state.seats.delete(seat)) return;
  const task = release(seat);
  if (state.closed) {
    task?.settle(unavailable('closed'));
    return;
  }
  state.restarts += 1;
  state.failedStarts += seat.ready ? 0 : 1;
  state.options.onLost(`face thread lost: ${why}`);
  if (task && task.lost === 0) state.urgent.unshift({ ...task, lost: 1 });
  else task?.settle(unavailable('lost'));
  const waitMs = Math.min(30_000, 200 * 2 ** Math.min(8, state.failedStarts));
  setTimeout(() => openSeat(state), waitMs).unref();
}

function openSeat(state: State): void {
  if (state.closed) return;
  // No flags are inherited: a test runner's loaders do not belong into this thread.
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    execArgv: [],
    workerData: { descriptor: state.options.descriptor },
  });
  const seat: Seat = { thread, ready: false, task: null, timer: null };
  state.seats.add(seat);
  thread.on('message', (message: ThreadMessage) => onMessage(state, seat, message));
  thread.on('error', (fault) => onExit(state, seat, fault.message));
  thread.on('exit', (code) => onExit(state, seat, `exit ${code}`));
  // A command that forgot to close its pool may still end.
  thread.unref();
}

function modelOf(state: State): Promise<PoolModel | null> {
  if (state.model || state.closed) return Promise.resolve(state.model);
  if (state.seats.size === 0 && state.failedStarts === 0) openSeat(state);
  return new Promise((tell) => {
    const timer = setTimeout(() => tell(null), state.options.startTimeoutMs);
    state.waitersForModel.push((model) => {
      clearTimeout(timer);
      tell(model);
    });
  });
}

async function run(state: State, job: FaceJob, urgent: boolean) {
  if (state.closed) return unavailable('closed');
  if (!(await modelOf(state))) return unavailable('starting');
  if (waitingIn(state) >= state.options.queueAtMost) return unavailable('busy');
  return new Promise<Result<Measured | Embedded>>((settle) => {
    state.nextId += 1;
    const task: Task = { id: state.nextId, job, lost: 0, settle };
    (urgent ? state.urgent : state.calm).push(task);
    dispatch(state);
  });
}

async function close(state: State): Promise<void> {
  state.closed = true;
  for (const task of [...state.urgent.splice(0), ...state.calm.splice(0)]) {
    task.settle(unavailable('closed'));
  }
  for (const tell of state.waitersForModel.splice(0)) tell(null);
  await Promise.all([...state.seats].map((seat) => seat.thread.terminate()));
}

const statusOf = (state: State): ThreadPoolStatus => {
  const seats = [...state.seats];
  return {
    threads: state.options.threads,
    ready: seats.filter((seat) => seat.ready).length,
    busy: seats.filter((seat) => seat.task).length,
    waiting: waitingIn(state),
    restarts: state.restarts,
    warmUpMs: state.warmUpMs,
  };
};

/** A pool whose threads start with the first work, or by `model()`. It never throws at its callers. */
export function openThreadPool(options: ThreadPoolOptions): ThreadPool {
  const state: State = {
    options: {
      threads: 2,
      queueAtMost: 240,
      jobTimeoutMs: 20_000,
      startTimeoutMs: 30_000,
      onLost: () => undefined,
      ...options,
    },
    seats: new Set(),
    urgent: [],
    calm: [],
    model: null,
    waitersForModel: [],
    warmUpMs: null,
    restarts: 0,
    failedStarts: 0,
    nextId: 0,
    closed: false,
  };
  return {
    run: <J extends FaceJob>(job: J, urgent: boolean) =>
      // The thread answers each kind of job with its own kind of value.
      run(state, job, urgent) as Promise<Result<JobValue<J>>>,
    model: () => modelOf(state),
    status: () => statusOf(state),
    close: () => close(state),
  };
}
