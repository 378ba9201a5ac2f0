import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Invoked, NOW, type Occurrence, occurrenceOf } from '@vestigo/http';
import { type Actor, assertMayAct, type DelegableAct, stateOf } from '@vestigo/identity';
import { type Handled, type Instant, Rejection } from '@vestigo/kernel';
import {
  type AddressedTo,
  isSubmitted,
  type StepCommand,
  type TracingRequest,
  type TracingRequestCommand,
} from '@vestigo/requesting/domain';
import { addressedTo, KNOWN_DIRECTORY, type KnownDirectory } from './known-directory';
import { GetRequest } from './request.query';
import type { RequestState } from './requests.dto';
import { RequestingCommand } from './requesting.command';

type Said<Command> = Command extends unknown ? Omit<Command, 'by' | 'at' | 'now'> : never;

/** In whose name, and when. */
interface Doing {
  readonly by: string;
  readonly at: Instant;
}

/** Acts that others than the officers of the requesting State may do for it. */
type ActForOthers = DelegableAct | 'lapse';

/** Does what is asked for at the desk of the requesting State. */
@Injectable()
export class RequestingDesk {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(NOW) private readonly now: () => Instant,
    @Inject(KNOWN_DIRECTORY) private readonly directory: KnownDirectory,
  ) {}

  /** An act on a request that was sent. `names`: what somebody from elsewhere must be allowed to do to do it. */
  async act(
    id: string,
    said: Said<StepCommand>,
    body: Occurrence,
    invoked: Invoked,
    ...names: readonly ActForOthers[]
  ): Promise<RequestState> {
    const by = await this.stateFor(id, invoked.actor, names);
    const command = { ...said, by, ...occurrenceOf(body, this.now()) };
    return this.done(id, command, countingFor(by, invoked));
  }

  /** The same request again, to whoever is the point of contact by now. */
  async resend(id: string, body: Occurrence, invoked: Invoked): Promise<RequestState> {
    const by = await this.stateFor(id, invoked.actor, ['transmit']);
    const act = { by, ...occurrenceOf(body, this.now()) };
    const addressedTo = await this.addressedFor(id, act);
    const command = { type: 'ResendRequest', ...act, addressedTo } as const;
    const { version, status } = await this.done(id, command, countingFor(by, invoked));
    return { id, version, status, addressedTo: addressedTo ?? null };
  }

  async done(id: string, command: TracingRequestCommand, { context }: Invoked): Promise<RequestState> {
    return stateAfter(id, await this.commands.execute(new RequestingCommand(id, command, context)));
  }

  /** The State in whose name the actor acts. The decider tells an officer what is none of the own State's. */
  private async stateFor(id: string, actor: Actor, names: readonly ActForOthers[]): Promise<string> {
    if (actor.role === 'officer') return stateOf(actor);
    const { request } = await this.queries.execute(new GetRequest(id));
    if (!isSubmitted(request)) throw unknownRequest();
    const { requestingState, respondingState } = request.parties;
    const parties = { requestingState, respondingState };
    const delegations =
      actor.role === 'liaison-desk'
        ? await this.directory.delegationsOf([requestingState, respondingState])
        : [];
    for (const name of names)
      assertMayAct(actor, { side: 'requesting', name }, parties, delegations, this.now());
    return requestingState;
  }

  /** The point of contact that is in force at the State asked (ITI 25). */
  addressedTo(respondingState: string, at: Instant): Promise<AddressedTo | undefined> {
    return addressedTo(this.directory, respondingState, at);
  }

  /** The same of the State that a request of this State asks. */
  async addressedFor(id: string, { by, at }: Doing): Promise<AddressedTo | undefined> {
    const { request } = await this.queries.execute(new GetRequest(id));
    const isOwn = request.status !== 'unknown' && request.parties.requestingState === by;
    return isOwn ? this.addressedTo(request.parties.respondingState, at) : undefined;
  }

  reviewRequired(state: string): Promise<boolean> {
    return this.directory.reviewRequired(state);
  }
}

/** What a liaison desk does counts for the State that it does it for. */
function countingFor(state: string, { actor, context }: Invoked): Invoked {
  if (actor.role !== 'liaison-desk') return { actor, context };
  return { actor, context: { ...context, meta: { ...context.meta, state } } };
}

function stateAfter(id: string, { state, version }: Handled<TracingRequest>): RequestState {
  if (state.status === 'unknown') throw new Error(`request ${id} has no state after its command`);
  return { id, version, status: state.status };
}

export function unknownRequest(): Rejection {
  return new Rejection('not-found', 'request-not-found', 'Your State is party to no request with this id.');
}
