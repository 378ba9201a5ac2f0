import { checkOf, type KnownPhotographs } from '@vestigo/http';
import { type Fault, Rejection } from '@vestigo/kernel';
import { type SubmitRequest, tracingRequest } from '@vestigo/requesting/domain';
import { keptAmong } from '../kept-photographs';
import { SubmitRequestDto } from '../request-content.dto';
import { toldInFormOf } from '../request-form';
import { type Sender, submissionOf } from '../submission';
import type { TrailOf } from '../trails';
import type { Draft, Place } from './draft';

/** A fault of one request: where, what kind of value stands there and what to do, never the value. */
export interface ReportedFault extends Place {
  /** JSON pointer into the request as it would be sent by itself. */
  readonly pointer: string;
  readonly found: string;
  readonly remedy: string;
}

export type Judged = { readonly command: SubmitRequest } | { readonly faults: readonly ReportedFault[] };

/** Whoever sends a file of requests, and what the desk has. */
export interface FileSender extends Sender {
  readonly photographs: KnownPhotographs;
  readonly trailOf: TrailOf;
}

const check = checkOf(SubmitRequestDto, 'body');

/** Asks every rule that `POST /v1/requests` asks, and sends nothing. */
export async function judged(draft: Draft, sender: FileSender): Promise<Judged> {
  if (draft.faults.length > 0) {
    return {
      faults: draft.faults.map(({ detail, ...fault }) => ({ ...fault, found: 'this row', remedy: detail })),
    };
  }
  const asked = await rulesOn(draft.form, sender);
  return asked instanceof Rejection ? { faults: faultsIn(asked, draft) } : { command: asked };
}

/** A request that asks a State about an arm of which another one of the file asks it. */
export function askedInFile(draft: Draft): readonly ReportedFault[] {
  const detail = 'is asked about this arm on this trail by an earlier request of the file';
  const fault = { pointer: '/respondingState', detail };
  return faultsIn(new Rejection('conflict', 'already-asked-on-trail', detail, [fault]), draft);
}

async function rulesOn(
  form: unknown,
  { photographs, trailOf, ...sender }: FileSender,
): Promise<SubmitRequest | Rejection> {
  try {
    const checked = check(form);
    if (!isForm(checked)) throw new Error('What passes the check of a class has its form.');
    if (checked.closesParent === true) return closesAnother();
    const submission = submissionOf(checked, sender);
    const [kept, trail] = await Promise.all([
      keptAmong(submission.content, sender.requestingState, photographs),
      trailBefore(submission, trailOf),
    ]);
    const command = { ...submission, kept, trail };
    const decided = tracingRequest.decide(command, tracingRequest.initial);
    if (!(decided instanceof Rejection)) return command;
    const told = toldInFormOf(checked, decided);
    return told instanceof Rejection ? told : decided;
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

/** Without the request itself: it is there when an import that was broken off goes on. */
async function trailBefore({ content, imported, requestId }: SubmitRequest, trailOf: TrailOf) {
  if (content.parentRequestId === undefined || imported) return [];
  const trail = await trailOf(content.parentRequestId);
  return trail.filter(({ request }) => request.parties.requestId !== requestId);
}

/** What becomes of another request is not said by the way, in a file of many. */
function closesAnother(): Rejection {
  return new Rejection('invalid', 'closes-parent', 'A request of a file closes no other.', [
    { pointer: '/closesParent', detail: 'is for a request that is sent by itself' },
  ]);
}

function isForm(value: unknown): value is SubmitRequestDto {
  return typeof value === 'object' && value !== null;
}

/** What a refusal says of a request, told in its place in the file. */
export function faultsIn({ message, faults }: Rejection, draft: Draft): readonly ReportedFault[] {
  const told = faults.length > 0 ? faults : [{ pointer: '', detail: message }];
  return told.map(withoutUnknownName).map(({ pointer, detail }) => ({
    ...draft.placeOf(pointer),
    pointer,
    found: kindOf(valueAt(draft.form, pointer)),
    remedy: detail,
  }));
}

/** A name that nobody knows may be anything, even what is to be protected: the fault is told of what holds it. */
function withoutUnknownName({ pointer, detail }: Fault): Fault {
  if (detail !== 'is not a known field') return { pointer, detail };
  return {
    pointer: pointer.slice(0, pointer.lastIndexOf('/')),
    detail: 'must hold no other fields than those documented',
  };
}

function valueAt(form: unknown, pointer: string): unknown {
  const names = pointer.split('/').slice(1);
  return names.reduce<unknown>((held, name) => (isHolder(held) ? held[name] : undefined), form);
}

function isHolder(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return `a text of ${count(value.length, 'character')}`;
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return 'true or false';
  return Array.isArray(value) ? `a list of ${count(value.length, 'item')}` : 'an object';
}

const count = (number: number, what: string) => `${String(number)} ${what}${number === 1 ? '' : 's'}`;
