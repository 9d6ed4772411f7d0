import { shallowRef } from 'vue';
import type { Ticket } from './api.ts';

/** The ticket between login and activation: in memory only, gone with the page. */
export const pendingTicket = shallowRef<Ticket | null>(null);
