import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { regimeProfiles } from '@vestigo/deadlines';
import { consentClockDetail, dueDetail, NOW } from '@vestigo/http';
import { type Actor, Allow, CurrentActor } from '@vestigo/identity';
import { type Instant, Rejection } from '@vestigo/kernel';
import {
  type DeskClock,
  type HopClocks,
  type KeptRequest,
  type ShownTrail,
  shownTrail,
  trailsOf,
} from '@vestigo/requesting/domain';
import { GetTrace } from './trace.query';
import { type HopClockDetail, ItemQuery, TraceDetail, type TrailDetail } from './traces.dto';

/** The clock that the desk of a State lives by. */
export const DESK_CLOCK = Symbol('clock of a desk');
export type DeskClockOf = (state: string) => Promise<DeskClock>;

@ApiTags('Requesting desk')
@ApiBearerAuth()
@Controller('v1/traces')
export class TracesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(NOW) private readonly now: () => Instant,
    @Inject(DESK_CLOCK) private readonly deskClock: DeskClockOf,
  ) {}

  @Get(':id')
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({
    summary:
      'Where the arms of a request were asked about, from State to State, from any request on the trail',
    description:
      'Parties, codes and clocks, never content. The State that follows the trail and a coordinator see every hop; a State that was asked sees its own.',
  })
  @ApiOkResponse({ type: TraceDetail })
  async get(
    @Param('id') id: string,
    @Query() { item }: ItemQuery,
    @CurrentActor() actor: Actor,
  ): Promise<TraceDetail> {
    const kept = await this.queries.execute(new GetTrace(id));
    const at = this.now();
    const deskClock = await this.deskClocks(kept);
    const asked = kept.find(({ request }) => request.parties.requestId === id);
    const reader = { ...actor, ...(asked && { purpose: asked.request.content.intendedUse }) };
    const trails = (isParty(actor, asked) ? trailsOf(id, kept) : [])
      .filter(
        ({ hops }) => item === undefined || hops.some((hop) => hop.requestId === id && hop.item === item),
      )
      .flatMap((trail) => shownTrail(trail, { profiles: regimeProfiles, deskClock, reader, at }));
    const [first] = trails;
    const [hop] = first?.hops ?? [];
    if (!hop) {
      throw new Rejection('not-found', 'trace-not-found', 'Your State is party to no request with this id.');
    }
    return { id: hop.requestId, asOf: instant(at), trails: trails.map(trailDetail) };
  }

  private async deskClocks(kept: readonly KeptRequest[]): Promise<(state: string) => DeskClock> {
    const states = [...new Set(kept.map(({ request }) => request.parties.respondingState))];
    const clocks = new Map(
      await Promise.all(states.map(async (state) => [state, await this.deskClock(state)] as const)),
    );
    return (state) => clocks.get(state) ?? { timeZone: 'UTC', weekend: [] };
  }
}

/** A coordinator belongs to no State; a liaison desk has no part in it. */
function isParty({ role, state }: Actor, asked: KeptRequest | undefined): boolean {
  if (!asked) return false;
  const { requestingState, respondingState } = asked.request.parties;
  return role === 'coordinator' || state === requestingState || state === respondingState;
}

function trailDetail({ startedAt, endedAt, elapsed, before, hops, owed }: ShownTrail): TrailDetail {
  return {
    startedAt: instant(startedAt),
    endedAt: endedAt === null ? null : instant(endedAt),
    elapsedSeconds: Math.floor(elapsed / 1000),
    before,
    hops: hops.map((hop) => ({ ...hop, clocks: clockDetail(hop.clocks) })),
    owed: owed.map((act) => ({ ...act, due: dueDetail(act.due) })),
  };
}

function clockDetail(clocks: HopClocks): HopClockDetail {
  const orNull = (at: Instant | null) => (at === null ? null : instant(at));
  return {
    submittedAt: instant(clocks.submittedAt),
    receivedAt: orNull(clocks.receivedAt),
    acknowledgedAt: orNull(clocks.acknowledgedAt),
    answeredAt: orNull(clocks.answeredAt),
    lastAnsweredAt: orNull(clocks.lastAnsweredAt),
    acknowledgeDue: dueDetail(clocks.acknowledgeDue),
    answerDue: dueDetail(clocks.answerDue),
    consents: clocks.consents.map(consentClockDetail),
  };
}

const instant = (at: Instant) => new Date(at).toISOString();
