import { never, Rejection } from '@vestigo/kernel';
import { stillAnnounced, type WithLapses } from './announcement';
import { photographsAreKept } from './photographs.policy';
import type { DraftContent, RequestContent } from './request-content';
import { faultsOfContent, isWhole } from './request-content.policy';
import type {
  DraftCommand,
  DraftRequest,
  SubmitDraft,
  SubmitRequest,
  TracingRequestCommand,
} from './tracing-request.commands';
import type { Parties, TracingRequestEvent } from './tracing-request.events';
import { notAdmissible } from './tracing-request.policy';

/** A request that is being written. It never leaves the desk. */
export interface DraftedRequest extends WithLapses {
  readonly status: 'draft' | 'approved';
  readonly parties: Parties;
  readonly content: DraftContent;
  /** The officers who wrote it, each once. */
  readonly authors: readonly string[];
  /** Who approved it as it stands. */
  readonly approvedBy?: string;
}

export type DraftEvent = Extract<TracingRequestEvent, { readonly type: `${string}Draft${string}` }>;

const draftEvents: readonly string[] = [
  'RequestDrafted',
  'DraftRevised',
  'DraftApproved',
] satisfies readonly DraftEvent['type'][];

/** True for what was done to a request before it left the desk. */
export const isDraftEvent = (event: { readonly type: string }): event is DraftEvent =>
  draftEvents.includes(event.type);

/** Begins a draft. It may lack what ITI 17 asks for until it is submitted. */
export function draft(command: DraftRequest): readonly TracingRequestEvent[] | Rejection {
  const { requestId, requestingState, respondingState, imported, officer, content } = command;
  if (command.by !== requestingState) return notOwnState();
  const data = { requestId, requestingState, respondingState, imported, officer, content };
  return [{ type: 'RequestDrafted', occurredAt: command.at, clock: null, data }];
}

type Drafting = Exclude<DraftCommand, DraftRequest>;

/** True for work on a draft that was begun. */
export function isDrafting(command: TracingRequestCommand): command is Drafting {
  return command.type === 'ReviseDraft' || command.type === 'ApproveDraft' || command.type === 'SubmitDraft';
}

/** What becomes of a draft; its submission is that of a request, which `submit` decides. */
export function workOnDraft(
  command: Drafting,
  state: DraftedRequest,
  submit: (command: SubmitRequest) => readonly TracingRequestEvent[] | Rejection,
): readonly TracingRequestEvent[] | Rejection {
  const occurredAt = command.at;
  switch (command.type) {
    case 'ReviseDraft': {
      const { officer, respondingState, content } = command;
      return [{ type: 'DraftRevised', occurredAt, clock: null, data: { officer, respondingState, content } }];
    }
    case 'ApproveDraft': {
      const { officer } = command;
      if (state.approvedBy === officer) return [];
      if (command.reviewRequired && state.authors.includes(officer)) return ownDraft();
      return [{ type: 'DraftApproved', occurredAt, clock: null, data: { officer } }];
    }
    case 'SubmitDraft':
      return (
        reviewed(command, state) ??
        stillAnnounced(command, state) ??
        (isWhole(state.content)
          ? submit(submissionOf(command, state.parties, state.content))
          : notAdmissible(
              faultsOfContent(state.content),
              photographsAreKept(state.content, command.kept ?? []),
            ))
      );
    default:
      throw never(command, 'command');
  }
}

function reviewed({ reviewRequired }: SubmitDraft, { approvedBy, authors }: DraftedRequest) {
  const another = approvedBy !== undefined && !authors.includes(approvedBy);
  return reviewRequired && !another ? reviewMissing() : undefined;
}

function submissionOf(
  { by, at, now, addressedTo, trail = [], kept = [] }: SubmitDraft,
  parties: Parties,
  content: RequestContent,
): SubmitRequest {
  return { type: 'SubmitRequest', by, at, now, ...parties, content, addressedTo, trail, kept };
}

/** Whoever changes a draft takes its approval away. */
export function afterDrafting(state: DraftedRequest | undefined, event: DraftEvent): DraftedRequest {
  if (event.type === 'RequestDrafted') {
    const { officer, content, ...parties } = event.data;
    return { status: 'draft', parties, content, authors: [officer] };
  }
  if (!state) throw new Error(`${event.type} stands before RequestDrafted`);
  if (event.type === 'DraftApproved') {
    return { ...state, status: 'approved', approvedBy: event.data.officer };
  }
  const { officer, respondingState, content } = event.data;
  const { approvedBy: _, ...kept } = state;
  const authors = [...new Set([...state.authors, officer])];
  return { ...kept, status: 'draft', parties: { ...state.parties, respondingState }, content, authors };
}

export function reviewMissing(): Rejection {
  return new Rejection(
    'conflict',
    'review-missing',
    "The State's policy asks that another officer approves a request as a draft before it is sent.",
  );
}

function ownDraft(): Rejection {
  return new Rejection(
    'forbidden',
    'own-draft',
    'Whoever wrote a draft does not approve it; ask another officer.',
  );
}

export function notOwnState(): Rejection {
  return new Rejection(
    'forbidden',
    'not-the-requesting-state',
    'A State sends requests in its own name only.',
  );
}
