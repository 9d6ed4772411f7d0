export { announce, announceCalendar } from './announce.ts';
export { relayOutbox } from './relay.ts';
export { repeat, type Loop, type Repeated } from './repeat.ts';
