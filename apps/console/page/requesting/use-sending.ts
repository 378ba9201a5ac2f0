import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api, type Schemas } from '../api/client';
import { Refused } from '../api/problem';
import { useWriteQueue } from '../data/desk-data';
import type { Draft } from '../data/write';
import type { MessageId } from '../messages/areas';
import { begunKey } from './keep-writing';
import { bodyOf } from './request-body';
import { type Fault, faultsIn, faultsOf, standing } from './request-faults';
import { isRecord, type Writing } from '../matters/writing';

export interface WritingFrom {
  readonly writing: Writing;
  /** It was begun on this device, and is taken up again. */
  readonly isBegun?: boolean;
  readonly draft?: { readonly id: string; readonly version: number };
  /** Id of the queued write that was turned down. */
  readonly mends?: string;
}

/** What was found when it was last to be sent, and the request as it was then. */
export interface Checked {
  readonly faults: readonly Fault[];
  readonly writing: Writing;
}

type Duplicates = readonly Schemas['PossibleDuplicateDetail'][];

const changes = [['requests'], ['oversight'], ['traces']] as const;

/** Checks a request, warns of what it may repeat, and sends it or keeps it as a draft. */
export function useSending(from: WritingFrom, writing: Writing) {
  const queue = useWriteQueue();
  const reading = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(from.draft);
  const [checked, setChecked] = useState<Checked>({ faults: [], writing });
  const [duplicates, setDuplicates] = useState<Duplicates>([]);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<MessageId>();
  const setFaults = (faults: readonly Fault[]) => setChecked({ faults, writing });
  const isNew = from.draft === undefined && from.mends === undefined;

  const forget = () => reading.removeQueries({ queryKey: begunKey });
  const keep = (changed: Writing) => {
    setSaid(undefined);
    if (isNew) reading.setQueryData(begunKey, changed);
  };
  const alone = async (work: () => Promise<void>) => {
    setBusy(true);
    setDuplicates([]);
    setSaid(undefined);
    await work().finally(() => setBusy(false));
  };

  /** Writes the draft down; its id, or nothing where it was turned down. */
  const written = async (): Promise<string | undefined> => {
    const outcome = await queue.submit({ ...draftWrite(draft, bodyOf(writing)), changes });
    if (outcome.kind === 'refused') {
      setFaults(faultsIn(outcome.problem));
      return undefined;
    }
    forget();
    if (outcome.kind === 'queued') return draft?.id ?? '';
    const { answer } = outcome;
    const id = isRecord(answer) && typeof answer['id'] === 'string' ? answer['id'] : '';
    const version = isRecord(answer) && typeof answer['version'] === 'number' ? answer['version'] : 0;
    setDraft({ id, version });
    return id;
  };

  const saveDraft = () =>
    alone(async () => {
      const id = await written();
      if (id === undefined) return;
      setFaults([]);
      if (id === '') setSaid('requesting.draftKept');
      else await navigate({ to: '/requests/$id', params: { id } });
    });

  const sendOff = async () => {
    const id = draft && (await written());
    if (draft && id === undefined) return;
    const write = { ...(id ? submissionOf(id) : newRequest(bodyOf(writing))), changes };
    const outcome = await (from.mends === undefined ? queue.submit(write) : queue.mend(from.mends, write));
    if (outcome.kind === 'refused') {
      setFaults(faultsIn(outcome.problem));
      return;
    }
    forget();
    const sent = outcome.kind === 'done' && isRecord(outcome.answer) ? outcome.answer['id'] : undefined;
    if (typeof sent === 'string') await navigate({ to: '/requests/$id', params: { id: sent } });
    else await navigate({ to: '/requests' });
  };

  const send = (duplicatesSeen: boolean) =>
    alone(async () => {
      const own = faultsOf(writing);
      setFaults(own);
      if (own.length > 0) return;
      const found = duplicatesSeen ? [] : await possibleDuplicates(writing);
      if ('faults' in found) setFaults(found.faults);
      else if (found.length > 0) setDuplicates(found);
      else await sendOff();
    });

  return {
    checked,
    faults: standing(checked.faults, checked.writing, writing),
    duplicates,
    busy,
    said,
    send,
    saveDraft,
    keep,
    forget,
    forgetDuplicates: () => setDuplicates([]),
  };
}

/** The service judges the rest. */
const isRequest = (body: unknown): body is Schemas['SubmitRequestDto'] => isRecord(body);

/** Without a link nothing is known of earlier requests, and the request waits all the same. */
async function possibleDuplicates(
  writing: Writing,
): Promise<Duplicates | { readonly faults: readonly Fault[] }> {
  const body = bodyOf(writing);
  if (!isRequest(body)) return [];
  try {
    return (await answerOf(api.POST('/v1/requests/duplicates', { body }))).possibleDuplicates;
  } catch (error) {
    return error instanceof Refused ? { faults: faultsIn(error.problem) } : [];
  }
}

type Write = Omit<Draft, 'changes'>;

const newRequest = (json: Writing): Write => ({
  method: 'POST',
  path: '/v1/requests',
  body: { json },
  lane: 'requests/new',
  label: 'requesting.send',
  screen: '/requests/new',
});

const submissionOf = (id: string): Write => ({
  method: 'POST',
  path: `/v1/requests/${id}/submission`,
  body: { json: {} },
  lane: `requests/${id}`,
  label: 'requesting.send',
  screen: `/requests/${id}`,
});

function draftWrite(draft: WritingFrom['draft'], json: Writing): Write {
  const common = { body: { json }, label: 'requesting.saveDraft' } as const;
  if (!draft)
    return {
      ...common,
      method: 'POST',
      path: '/v1/requests/drafts',
      lane: 'requests/new',
      screen: '/requests/new',
    };
  const { id, version } = draft;
  const place = { path: `/v1/requests/${id}/draft`, lane: `requests/${id}`, screen: `/requests/${id}` };
  return { ...common, ...place, method: 'PUT', ifMatch: `"${version}"` };
}
