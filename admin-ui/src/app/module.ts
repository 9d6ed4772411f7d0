import type { StaffPermission } from '@xuzheng/engine';
import type { Locale } from '@xuzheng/learner-ui/look';
import type { RouteRecordRaw } from 'vue-router';

/** A text or a group of texts, by name. */
export type Texts = { readonly [name: string]: string | Texts };

export const MENU_GROUPS = ['audit', 'people', 'teaching', 'operation'] as const;
export type MenuGroup = (typeof MENU_GROUPS)[number];

export type MenuItem = {
  readonly to: string;
  readonly textKey: string;
  readonly group: MenuGroup;
  readonly order: number;
  /** Who sees it; the route asks for the same. */
  readonly permission: StaffPermission;
};

/** What a feature brings to the app: its pages, its place in the menu, its texts. Found by folder. */
export type AppModule = {
  readonly routes: RouteRecordRaw[];
  readonly menu?: readonly MenuItem[];
  readonly texts: Readonly<Record<Locale, Texts>>;
};

declare module 'vue-router' {
  interface RouteMeta {
    /** Open without a login. */
    guest?: boolean;
    /** What a member of staff must be allowed to do to open the page. */
    permission?: StaffPermission;
    /** The text key of the page's title. */
    title?: string;
  }
}
