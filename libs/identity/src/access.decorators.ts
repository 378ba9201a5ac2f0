import {
  createParamDecorator,
  type CustomDecorator,
  type ExecutionContext,
  SetMetadata,
} from '@nestjs/common';
import type { Actor, Role } from './actor';

export const ACCESS = 'vestigo:access';

/** Who may use a route: everybody, or actors in one of the roles. */
export type Access = 'public' | readonly Role[];

/** Opens a route to everybody, without a token. */
export const Public = (): CustomDecorator => SetMetadata<string, Access>(ACCESS, 'public');

/** The roles that may use a route. */
export const Allow = (...roles: readonly [Role, ...Role[]]): CustomDecorator =>
  SetMetadata<string, Access>(ACCESS, roles);

/** The part of a request that the guard reads and writes. */
export interface Authenticated {
  readonly headers: { readonly authorization?: string | undefined };
  actor?: Actor;
}

/** The actor that the guard admitted. */
export function actorOf(context: ExecutionContext): Actor {
  const { actor } = context.switchToHttp().getRequest<Authenticated>();
  if (!actor)
    throw new Error(`${context.getClass().name}.${context.getHandler().name} is public: it has no actor`);
  return actor;
}

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => actorOf(context));
