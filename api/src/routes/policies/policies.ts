import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { allPolicies } from '../../db/policies.ts';
import { route } from '../../schemas/route.ts';
import { day } from '../../schemas/shared.ts';

const tags = ['operation'];
const policies = route('policies.manage', {
  tags,
  summary: 'Every version of every policy',
  response: {
    200: Type.Object({
      items: Type.Array(
        Type.Object({
          id: Type.String(),
          version: Type.Integer(),
          effectiveOn: day,
          body: Type.Record(Type.String(), Type.Unknown()),
        }),
      ),
    }),
  },
});
export default async function policyRoutes(app: App): Promise<void> {
  app.get('/api/policies', policies, async () => ({
    items: (await allPolicies(app.db)).map((row) => ({
      ...row,
      body: row.body as Record<string, unknown>,
    })),
  }));
}
