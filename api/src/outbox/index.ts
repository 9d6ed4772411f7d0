export { announce, announceCalendar, announceCommand } from './announce.ts';
export { relayOutbox } from './relay.ts';
export { repeat, type Loop, type Repeated } from './repeat.ts';
