// Ends processes and removes folders when the process that holds the other end of stdin is gone,
// however it ended. One line of JSON per thing held: {"pid":1,"signal":"SIGINT"} or {"folder":"…"},
// or {"letGo":true} when the holder has cleaned up by itself.
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const GRACE_MS = 5_000;
const held = [];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function signalTo(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // it has ended by itself
  }
}

async function endAll() {
  const processes = held.filter((thing) => thing.pid);
  for (const { pid, signal } of processes.toReversed()) signalTo(pid, signal ?? 'SIGTERM');
  const until = Date.now() + GRACE_MS;
  while (Date.now() < until && processes.some(({ pid }) => isAlive(pid))) await pause(50);
  for (const { pid } of processes) if (isAlive(pid)) signalTo(pid, 'SIGKILL');
  await pause(50);
  for (const { folder } of held) if (folder) rmSync(folder, { recursive: true, force: true });
}

for await (const line of createInterface({ input: process.stdin })) {
  const thing = JSON.parse(line);
  if (thing.letGo) held.length = 0;
  else held.push(thing);
}
await endAll();
