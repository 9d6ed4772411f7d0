import ts from 'typescript';
import type { Db } from '../../api/src/db/connect.ts';

const SAMPLE_ID = '00000000-0000-7000-8000-000000000000';
const DEEPEST = 6;

type Sampler = { readonly checker: ts.TypeChecker; readonly db: Db };

const nameOf = (type: ts.Type): string => (type.aliasSymbol ?? type.symbol)?.name ?? '';

const isDatabase = (type: ts.Type): boolean =>
  ['Db', 'Trx', 'Kysely', 'Transaction'].includes(nameOf(type));

const isBytes = (name: string): boolean => name === 'Buffer' || name === 'Uint8Array';

/** Anything that something of the vault gives: it is bytes or a text, and the SQL does not care. */
const stub = (): unknown => Buffer.alloc(1);

function sampleObject(sampler: Sampler, type: ts.Type, depth: number): object {
  // The compiler's own order follows whatever it met first: names are the same in every run.
  const properties = [...sampler.checker.getPropertiesOfType(type)].sort(byName);
  const entries = properties.map((property) => {
    const inner = sampler.checker.getTypeOfSymbol(property);
    return [property.name, sample(sampler, inner, depth + 1)] as const;
  });
  return Object.fromEntries(entries);
}

const byName = (a: ts.Symbol, b: ts.Symbol): number => (a.name < b.name ? -1 : 1);

const NOTHING = ts.TypeFlags.Null | ts.TypeFlags.Undefined;

/** What orders the members of a union in every run: literals by their value, the rest by kind and name. */
const markOf = (type: ts.Type): string =>
  type.isStringLiteral() || type.isNumberLiteral()
    ? `0 ${type.value}`
    : `1 ${String(type.flags).padStart(12, '0')} ${nameOf(type)}`;

/** The first member that is something: what may be missing is there, so that its SQL is seen. */
function something(type: ts.UnionType): ts.Type {
  const members = type.types.filter((one) => !(one.flags & NOTHING));
  return members.sort((a, b) => (markOf(a) < markOf(b) ? -1 : 1))[0] ?? type;
}

/** A value of a type, always the same one: what a query function is called with to see its SQL. */
export function sample(sampler: Sampler, type: ts.Type, depth = 0): unknown {
  if (isDatabase(type)) return sampler.db;
  if (type.isUnion()) return sample(sampler, something(type), depth);
  if (type.isStringLiteral() || type.isNumberLiteral()) return type.value;
  const { flags } = type;
  if (flags & ts.TypeFlags.StringLike) return SAMPLE_ID;
  if (flags & ts.TypeFlags.NumberLike) return 1;
  if (flags & ts.TypeFlags.BooleanLike) return true;
  if (flags & ts.TypeFlags.BigIntLike) return 1n;
  const name = nameOf(type);
  if (name === 'Date') return new Date(0);
  if (isBytes(name)) return stub();
  if (sampler.checker.isArrayType(type) || sampler.checker.isTupleType(type)) {
    const [inner] = sampler.checker.getTypeArguments(type as ts.TypeReference);
    return inner === undefined ? [] : [sample(sampler, inner, depth + 1)];
  }
  if (type.getCallSignatures().length > 0) return stub;
  // Branded texts are an intersection of a string with its mark.
  if (type.isIntersection() && type.types.some((one) => one.flags & ts.TypeFlags.StringLike))
    return SAMPLE_ID;
  if (!(flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) || depth > DEEPEST) return null;
  return sampleObject(sampler, type, depth);
}
