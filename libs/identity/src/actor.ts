import { Rejection } from '@vestigo/kernel';

export const ROLES = ['officer', 'liaison', 'coordinator', 'liaison-desk'] as const;

/**
 * An officer acts on requests, a liaison watches over those of the own State, a coordinator sees deadlines and rates of
 * all States and no content. A liaison desk of the INTERPOL type does what States delegated to it (ITI 33-35).
 */
export type Role = (typeof ROLES)[number];

/** Who is acting, for which State and in which role. */
export interface Actor {
  readonly subject: string;
  /** ISO 3166-1 alpha-3; null for a coordinator and a liaison desk, who belong to no State. */
  readonly state: string | null;
  readonly role: Role;
  /**
   * The body to which the actor belongs, as the identity provider names it; absent: none that is known. It opens nothing:
   * an answer that is meant for named bodies (ITI 15(a)) is closed to everybody else.
   */
  readonly authority?: string;
  /** Code of the liaison desk, as delegations name it. */
  readonly desk?: string;
}

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}

/** A code of capital letters, digits, hyphens and underscores. */
export const DESK_CODE = /^[A-Z][A-Z0-9_-]{1,63}$/;

export function isDesk(value: unknown): value is string {
  return typeof value === 'string' && DESK_CODE.test(value);
}

/** What keeps the claims from making an actor, in words; undefined when nothing does. */
export function flawOf({ subject, state, role, authority, desk }: ActorClaims): string | undefined {
  if (authority !== undefined && !isName(authority)) return 'its authority is no name of a body';
  if (typeof subject !== 'string' || subject === '') return 'it names no subject';
  if (!isRole(role)) return 'its role is not known here';
  if (role === 'coordinator') return state === null ? undefined : 'a coordinator belongs to no State';
  if (role === 'liaison-desk') {
    return state === null && isDesk(desk)
      ? undefined
      : 'a liaison desk names its code and belongs to no State';
  }
  return typeof state === 'string' && /^[A-Z]{3}$/.test(state)
    ? undefined
    : 'an officer or a liaison must belong to a State (ISO 3166-1 alpha-3)';
}

export interface ActorClaims {
  readonly subject: unknown;
  readonly state: unknown;
  readonly role: unknown;
  readonly authority?: unknown;
  readonly desk?: unknown;
}

/** As long as a handling condition can name it. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 200;
}

/** The State that the actor acts for. Throws `Rejection` for an actor without one. */
export function stateOf({ state }: Actor): string {
  if (state !== null) return state;
  throw new Rejection('forbidden', 'no-state', 'You act for no State; only the desk of a State may do this.');
}
