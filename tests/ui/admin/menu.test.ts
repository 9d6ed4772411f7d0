import { permissionsOf, type StaffRole } from '@xuzheng/engine';
import { describe, expect, it } from 'vitest';
import { firstPage, menuFor } from '../../../admin-ui/src/app/menu.ts';
import { modules } from '../../../admin-ui/src/app/modules.ts';

const pagesOf = (...roles: StaffRole[]) =>
  menuFor(modules, permissionsOf(roles)).flatMap(({ items }) => items.map(({ to }) => to));

describe('the menu is what the roles allow', () => {
  it.each([
    ['auditor', ['/audits', '/absences', '/learners', '/enrolments', '/certificates']],
    [
      'seniorAuditor',
      [
        ...['/audits', '/appeals', '/reopenings', '/absences'],
        ...['/learners', '/enrolments', '/certificates', '/what-if'],
      ],
    ],
    [
      'support',
      [
        ...['/learners', '/phone-corrections', '/enrolments', '/certificates'],
        ...['/notices', '/processes'],
      ],
    ],
    ['registrar', ['/learners', '/enrolments', '/certificates', '/courses', '/questions']],
    [
      'admin',
      [
        '/notices',
        '/processes',
        '/registry',
        '/staff',
        '/api-keys',
        '/policies',
        '/calendars',
        '/what-if',
      ],
    ],
  ] as const)('%s', (role, pages) => {
    expect(pagesOf(role)).toEqual(pages);
  });

  it('two roles open the pages of both, each once', () => {
    const pages = pagesOf('auditor', 'support');
    expect(pages).toContain('/audits');
    expect(pages).toContain('/phone-corrections');
    expect(new Set(pages).size).toBe(pages.length);
  });

  it('nobody begins on a page they may not open', () => {
    expect(firstPage(modules, permissionsOf(['registrar']))).toBe('/learners');
    expect(firstPage(modules, [])).toBeNull();
  });

  it('a page asks for the permission its menu entry asks for', () => {
    for (const { menu = [], routes } of modules) {
      for (const { to, permission } of menu) {
        const route = routes.find(({ path }) => path === to);
        expect(route?.meta?.permission, to).toBe(permission);
      }
    }
  });

  it('every page but the login asks for a permission', () => {
    const open = modules
      .flatMap(({ routes }) => routes)
      .filter(({ meta }) => meta?.permission === undefined)
      .map(({ path }) => path);
    expect(open).toEqual(['/', '/login']);
  });

  it('every text is there in both languages', () => {
    const keys = (texts: object, path = ''): string[] =>
      Object.entries(texts).flatMap(([name, value]) =>
        typeof value === 'string' ? [`${path}${name}`] : keys(value, `${path}${name}.`),
      );
    for (const { texts } of modules) expect(keys(texts.en)).toEqual(keys(texts['zh-CN']));
  });
});
