import { setTimeout as pause } from 'node:timers/promises';
import { ErrorType, isCommandError, NotLeaderError } from '@eventstore/db-client';
import { Unavailable, VersionConflict } from '@vestigo/kernel';

/** What the server says no to, and would tomorrow. Everything else may be gone the next time. */
const refusals: ReadonlySet<string> = new Set([
  ErrorType.ACCESS_DENIED,
  ErrorType.INVALID_ARGUMENT,
  ErrorType.INVALID_TRANSACTION,
  ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED,
  ErrorType.STREAM_DELETED,
  ErrorType.UNSUPPORTED,
  ErrorType.WRONG_EXPECTED_VERSION,
]);

/** gRPC status codes without a type of their own: invalid argument, permission denied, out of range, unimplemented. */
const refusalCodes: ReadonlySet<unknown> = new Set([3, 7, 11, 12]);

/** What the port knows already, and what is wrong with the call or with us. */
const named = [Unavailable, VersionConflict, TypeError, RangeError];

/** The error as the port names it: `Unavailable` unless it is a refusal or a bug. */
export function portError(error: unknown): unknown {
  if (named.some((one) => error instanceof one)) return error;
  if (error instanceof Error && isCommandError(error)) {
    const { type, code } = error as { readonly type?: string; readonly code?: unknown };
    if ((type !== undefined && refusals.has(type)) || refusalCodes.has(code)) return error;
  }
  return new Unavailable('the event store does not answer', { cause: error });
}

const attempts = 4;
const pauseMs = 25;

/** A node that is no longer the leader names the new one, and the client connects there. */
export async function onLeader<Result>(call: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof NotLeaderError) || attempt === attempts) throw error;
      await pause(pauseMs * attempt);
    }
  }
}
