import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Rejection } from '@vestigo/kernel';
import type { Authenticated } from './access.decorators';
import type { Actor } from './actor';
import { accessOf } from './routes';
import { InvalidToken, type TokenVerifier } from './signed-tokens';

/** The request says not, or not believably, who is acting. */
export class Unauthenticated extends Error {
  constructor(
    message: string,
    /** A token was given and is no good, rather than none given (RFC 6750, 3.1). */
    readonly invalidToken: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'Unauthenticated';
  }
}

/**
 * Admits a request whose bearer token speaks for an actor in one of the roles of the route. A route that declares neither
 * `@Public` nor `@Allow` is closed. Answers at once for a token that was verified before.
 */
export class AuthenticationGuard implements CanActivate {
  /** `states`: whose desks are served here; all when absent. */
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly states?: ReadonlySet<string>,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const access = accessOf(context.getClass(), context.getHandler());
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<Authenticated>();
    const token = bearerOf(request);
    const admit = (actor: Actor): boolean => {
      if (!access?.includes(actor.role)) throw notAllowed(actor);
      if (actor.state !== null && this.states?.has(actor.state) === false) throw notServed(actor.state);
      request.actor = actor;
      return true;
    };
    const known = this.tokens.verifyCached(token);
    return known ? admit(known) : this.tokens.verify(token).then(admit, refuse);
  }
}

/** Taken apart without a pattern: this runs on every request, and a token has about 400 characters. */
function bearerOf({ headers: { authorization = '' } }: Authenticated): string {
  const token = authorization.slice(scheme.length).trim();
  if (token !== '' && authorization.slice(0, scheme.length).toLowerCase() === scheme) return token;
  throw new Unauthenticated('Send an access token: `Authorization: Bearer <token>`.', false);
}

const scheme = 'bearer ';

function notAllowed({ role }: Actor): Rejection {
  return new Rejection('forbidden', 'role-not-allowed', `The role ${role} may not do this.`);
}

function notServed(state: string): Rejection {
  return new Rejection(
    'forbidden',
    'state-not-served',
    `This service is not the desk of ${state}. Ask the service of your State.`,
  );
}

function refuse(error: unknown): never {
  throw error instanceof InvalidToken ? new Unauthenticated(error.message, true, { cause: error }) : error;
}
