import type { RouteRecordRaw } from 'vue-router';
import type { Locale } from '../look/index.ts';

/** A text or a group of texts, by name. */
export type Texts = { readonly [name: string]: string | Texts };

export type MenuItem = {
  readonly to: string;
  readonly textKey: string;
  readonly icon: string;
  readonly order: number;
};

/** What a feature brings to the app: its pages, its place in the menu, its texts. Found by folder. */
export type AppModule = {
  readonly routes: RouteRecordRaw[];
  readonly menu?: readonly MenuItem[];
  readonly texts: Readonly<Record<Locale, Texts>>;
};

declare module 'vue-router' {
  interface RouteMeta {
    /** Who may open the page; a learner unless it says otherwise. */
    access?: 'public' | 'guest' | 'learner';
    /** The text key of the page's title. */
    title?: string;
    /** Full screen, without the app's own frame. */
    bare?: boolean;
  }
}
