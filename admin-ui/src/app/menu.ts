import type { StaffPermission } from '@xuzheng/engine';
import { MENU_GROUPS, type AppModule, type MenuGroup, type MenuItem } from './module.ts';

export type MenuSection = { readonly group: MenuGroup; readonly items: readonly MenuItem[] };

/** What these permissions open, by group and in order; a group with nothing in it is left out. */
export const menuFor = (
  modules: readonly AppModule[],
  permissions: readonly StaffPermission[],
): MenuSection[] => {
  const open = modules
    .flatMap((module) => module.menu ?? [])
    .filter(({ permission }) => permissions.includes(permission))
    .toSorted((a, b) => a.order - b.order);
  return MENU_GROUPS.map((group) => ({
    group,
    items: open.filter((item) => item.group === group),
  })).filter(({ items }) => items.length > 0);
};

/** Where a member of staff begins their day: the first page they may open. */
export const firstPage = (
  modules: readonly AppModule[],
  permissions: readonly StaffPermission[],
): string | null => menuFor(modules, permissions)[0]?.items[0]?.to ?? null;
