import type { Actor } from '@vestigo/identity';
import type { Position } from '@vestigo/kernel';
import type { LiveChanges } from './live.dto';
import type { Noted } from './recent-changes';
import { LIVE_KINDS, type LiveKind } from './subjects';

/** Ids of one kind: of more, it is quicker to read the lists again than to be told each. */
const mostIds = 200;

/** What this reader may learn of some changes; `undefined`: of what happened in between nothing is known. */
export async function toldTo(
  actor: Actor,
  noted: readonly Noted[] | undefined,
  at: Position,
): Promise<LiveChanges> {
  const found: Record<LiveKind, Set<string>> = {
    requests: new Set(),
    cases: new Set(),
    oversight: new Set(),
    imports: new Set(),
  };
  for (const { subject, change } of noted ?? []) {
    const ids = found[subject.kind];
    if (!ids.has(change.id) && (await subject.mayLearn(actor, change))) ids.add(change.id);
  }
  const again = noted === undefined || LIVE_KINDS.some((kind) => found[kind].size > mostIds);
  const { requests, cases, oversight, imports } = found;
  const ids = (those: ReadonlySet<string>) => (again ? [] : [...those]);
  return {
    at: String(at),
    again,
    requests: ids(requests),
    cases: ids(cases),
    oversight: ids(oversight),
    imports: ids(imports),
  };
}

export const isNews = ({ again, requests, cases, oversight, imports }: LiveChanges): boolean =>
  again || requests.length + cases.length + oversight.length + imports.length > 0;

/** As a server-sent event. */
export function eventOf({ at, ...changes }: LiveChanges): string {
  return `id: ${at}\nevent: change\ndata: ${JSON.stringify(changes)}\n\n`;
}

/** A comment, so that both ends and all between them see the link alive, and how far the reader has been told. */
export const heartbeatAt = (at: string): string => `: here\nid: ${at}\n\n`;
