import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { TSchema } from 'typebox';
import type { ApiScope, Refusal, StaffPermission } from '@xuzheng/engine';
import type { Deps } from './deps.ts';

/** Who is asking. Filled in before any handler runs. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'learner'; readonly learnerId: string }
  | {
      readonly kind: 'staff';
      readonly staffId: string;
      readonly roles: readonly string[];
      readonly permissions: readonly StaffPermission[];
    }
  | { readonly kind: 'apiKey'; readonly keyId: string; readonly scopes: readonly ApiScope[] };

/** What a route asks of its caller; a list means any of them. */
export type Permission = 'public' | 'learner' | 'staff' | StaffPermission | `scope:${ApiScope}`;

/** So many requests per caller (or address, when nobody is signed in) and minute. */
export type RouteLimit = {
  readonly perMinute: number;
  /** Counted by each process for itself: a guard against floods, see `floodGuard`. */
  readonly local?: boolean;
};

/** The browser session behind the cookie, when there is one. */
export type WebSession = {
  readonly idHash: Buffer;
  readonly token: string;
  readonly subjectKind: 'learner' | 'staff';
  readonly subjectId: string;
};

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: Permission | readonly Permission[];
    limit?: RouteLimit;
    /** The fields of a multipart body, for the documentation; the handler reads the parts itself. */
    multipart?: TSchema;
  }
  interface FastifyInstance extends Deps {
    readonly deps: Deps;
  }
  interface FastifyRequest {
    actor: Actor;
    webSession: WebSession | null;
    /** The signed-in learner's id; a fault when the route's permission does not ensure one. */
    learnerId: () => string;
    /** The signed-in member of staff's id; a fault when the route's permission does not ensure one. */
    staffId: () => string;
  }
  interface FastifyReply {
    /** Answers with a refusal: problem+json, its status and its sentence. */
    refuse: (refusal: Refusal) => FastifyReply;
    /** Signs the caller in under a new session id, whatever session there was before. */
    signIn: (subjectKind: 'learner' | 'staff', subjectId: string) => Promise<WebSession>;
    signOut: () => Promise<void>;
  }
}

export type { FastifyReply as Reply, FastifyRequest as Request };
