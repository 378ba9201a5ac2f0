import { isPassing, problemOf } from '../api/problem';
import { session } from '../sign-in/session';
import type { Sent, Write, WriteBody } from './write';

/** Longest that an answer is waited for, in milliseconds: on a poor link a photograph takes its time. */
const patience = 120_000;

/** Sends a write under its key. A write of somebody else than who is signed in is not sent. */
export async function send({ id, method, path, body, ifMatch }: Write): Promise<Sent> {
  try {
    const token = await session.freshToken();
    if (token === undefined) return { kind: 'unreachable' };
    const answer = await fetch(path, {
      method,
      headers: {
        'authorization': `Bearer ${token}`,
        'content-type': typeOf(body),
        'idempotency-key': id,
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      },
      body: 'bytes' in body ? body.bytes : JSON.stringify(body.json),
      signal: AbortSignal.timeout(patience),
    });
    if (answer.status === 401) {
      session.expire();
      return { kind: 'unreachable' };
    }
    if (isPassing(answer.status)) return { kind: 'unreachable' };
    const said: unknown = await answer.json().catch(() => undefined);
    return answer.ok
      ? { kind: 'done', answer: said }
      : { kind: 'refused', problem: problemOf(answer.status, said) };
  } catch {
    return { kind: 'unreachable' };
  }
}

const typeOf = (body: WriteBody): string => ('bytes' in body ? body.bytes.type : 'application/json');
