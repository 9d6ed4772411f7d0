import type { AppModule } from './module.ts';

const found = import.meta.glob<{ default: AppModule }>('../modules/*/module.ts', { eager: true });

/** Every feature of the app: a folder with a module.ts, no list to edit. */
export const modules: readonly AppModule[] = Object.values(found).map((file) => file.default);
