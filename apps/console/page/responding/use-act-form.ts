import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../api/problem';
import { useWriteQueue } from '../data/desk-data';
import { WRITING } from '../data/kept-client';
import type { Write } from '../data/write';
import { type Body, draftOf, type Json } from './act-draft';
import { begun, bodyOf, missing } from './act-fields';
import type { FormAct } from './case-acts';
import { type Case, caseKey } from './case.query';
import { put } from './form-body';
import type { Fault } from './form-fields';

interface ActFormParts {
  readonly act: FormAct;
  readonly found: Case;
  /** A write that was refused after it had waited: its words are taken up again. */
  readonly mended: Write | undefined;
  /** Told when the form was not sent. */
  readonly onFault: () => void;
}

/** What was written and not sent stays on the device until its officer sends it or signs out: a sign-in may end in between. */
interface Writing {
  readonly body: Body;
  /** The version on which it rests. */
  readonly seen: number;
}

const writingKey = (id: string, act: FormAct) => [WRITING, 'case', id, act] as const;

/** What is being written, and what became of it. It rests on the version that was there when the form was opened. */
export function useActForm({ act, found, mended, onFault }: ActFormParts) {
  const queue = useWriteQueue();
  const reading = useQueryClient();
  const navigate = useNavigate();
  const key = writingKey(found.id, act);
  const [kept] = useState(() => (mended ? undefined : reading.getQueryData<Writing>(key)));
  const [body, setBody] = useState<Body>(
    () => (mended && writtenIn(mended)) ?? kept?.body ?? begun(act, found),
  );
  const [seen, setSeen] = useState(kept?.seen ?? found.version);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [detail, setDetail] = useState<string>();
  const [conflict, setConflict] = useState(false);
  const [sending, setSending] = useState(false);
  const [queued, setQueued] = useState(false);

  const [written, setWritten] = useState(false);
  const change = useCallback((pointer: string, value: Json | undefined) => {
    setWritten(true);
    setBody((before) => put(before, pointer, value));
  }, []);
  useEffect(() => {
    if (written && !mended) reading.setQueryData<Writing>(writingKey(found.id, act), { body, seen });
  }, [written, mended, reading, found.id, act, body, seen]);
  const refused = async (problem: Problem) => {
    if (problem.code === 'version-conflict') {
      await reading.refetchQueries({ queryKey: caseKey(found.id) });
      setConflict(true);
      return;
    }
    const told = (problem.errors ?? []).map(({ pointer, detail: said }) => ({ at: pointer, detail: said }));
    setFaults(told);
    setDetail(problem.detail);
    onFault();
  };
  const submit = async () => {
    const left = missing(act, found, body).map((at) => ({ at }));
    setFaults(left);
    setDetail(undefined);
    if (left.length > 0) {
      onFault();
      return;
    }
    setSending(true);
    const draft = draftOf(act, found, seen, bodyOf(act, found, body));
    const outcome = await (mended ? queue.mend(mended.id, draft) : queue.submit(draft));
    setSending(false);
    if (outcome.kind !== 'refused') {
      setWritten(false);
      reading.removeQueries({ queryKey: key });
    }
    if (outcome.kind === 'refused') await refused(outcome.problem);
    else if (outcome.kind === 'queued') setQueued(true);
    else void navigate({ to: '/cases/$id', params: { id: found.id } });
  };
  return {
    ...{ body, faults, detail, seen, sending, queued, submit, put: change },
    changed: conflict && found.version > seen,
    /** What the others did has been seen: the form now rests on it. */
    goOn: () => {
      setSeen(found.version);
      setConflict(false);
    },
  };
}

function writtenIn({ body }: Write): Body | undefined {
  if (!('json' in body) || typeof body.json !== 'object' || body.json === null) return undefined;
  return { ...body.json };
}
