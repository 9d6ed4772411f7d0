export { announce, announceCalendar } from './announce.ts';
export { relayOutbox } from './relay.ts';
