import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { regimeProfiles } from '@vestigo/deadlines';
import {
  consentClockDetail,
  decodeDue,
  decodePlace,
  encodeDue,
  encodePlace,
  KNOWN_PHOTOGRAPHS,
  type KnownPhotographs,
  NOW,
  photographDetails,
  timelineOf,
} from '@vestigo/http';
import { type Actor, Allow, CurrentActor } from '@vestigo/identity';
import { type Instant, type RecordedEvent, Rejection } from '@vestigo/kernel';
import {
  answersOf,
  groundsOf,
  isOutsideInstrument,
  type Restriction,
  shownAct,
  shownChecks,
  shownReplies,
  stepsFrom,
} from '@vestigo/lifecycle';
import {
  actKindOf,
  askedIn,
  type CaseStatus,
  type ClockNotes,
  clocksOf,
  consentClocksOf,
  notedClocks,
  STEP_EVENTS,
  type TraceCaseEvent,
  warningsOf,
} from '@vestigo/responding/domain';
import { clockDetail } from './case-clock.dto';
import { GetCase, ListCases, ListCasesByDue } from './case.query';
import { CaseDetail, CasePage, ListCasesDto } from './cases.dto';
import { filterOf, summaryOf } from './cases.page';

@ApiTags('Responding desk')
@ApiBearerAuth()
@Controller('v1/cases')
export class CasesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(NOW) private readonly now: () => Instant,
    @Inject(KNOWN_PHOTOGRAPHS) private readonly known: KnownPhotographs,
  ) {}

  @Get()
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({ summary: "The desk's cases, newest first or by what falls due next" })
  @ApiOkResponse({ type: CasePage })
  async list(@Query() query: ListCasesDto, @CurrentActor() actor: Actor): Promise<CasePage> {
    const { order, cursor, limit } = query;
    const asOf = this.now();
    const filter = filterOf(query, actor.state, asOf);
    const byDue = order === 'due';
    const lines = byDue
      ? await this.queries.execute(
          new ListCasesByDue({
            ...filter,
            after: cursor === undefined ? undefined : decodeDue(cursor),
            limit,
          }),
        )
      : await this.queries.execute(
          new ListCases({ ...filter, before: cursor === undefined ? undefined : decodePlace(cursor), limit }),
        );
    return {
      asOf: new Date(asOf).toISOString(),
      items: lines.map(summaryOf),
      next: byDue ? encodeDue(lines, limit) : encodePlace(lines, limit),
    };
  }

  @Get(':id')
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({ summary: 'One case; its content only for officers of the responding State' })
  @ApiOkResponse({ type: CaseDetail })
  async get(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<CaseDetail> {
    const { found, history } = await this.queries.execute(new GetCase(id));
    if (found.status === 'unknown' || !isParty(actor, found.parties.respondingState)) {
      throw new Rejection('not-found', 'case-not-found', 'Your State is party to no case with this id.');
    }
    const { parties, status, receivedAt, content, book, matter } = found;
    const at = this.now();
    const { status: _, ...standing } = matter;
    const isOfficer = actor.role === 'officer';
    const said = { asked: book.heard, replied: book.own };
    const reader = { ...actor, purpose: content.intendedUse };
    const reading = { wayOut: 'read', reader, at } as const;
    const { checks, heldChecks } = shownChecks(content, parties.respondingState, parties, reading);
    const { refusal, ...answers } = shownReplies(parties, said, matter, reading);
    const asked = askedIn(content, receivedAt);
    const warnings = answersOf(book.own).flatMap((answer) =>
      warningsOf(answer, asked).map((warning) => ({ item: answer.item, ...warning })),
    );
    const protectedContent = {
      content: { ...content, ...checks },
      heldChecks,
      ...answers,
      warnings,
      ...(refusal && { refusal: flagged(refusal) }),
    };
    const { respondingState } = parties;
    const shown = content.photographs ?? [];
    return {
      id,
      version: history.length,
      status,
      clocks: clocksIn(history, status),
      acts: isOfficer ? stepsFrom(status).filter((kind) => kind in STEP_EVENTS) : [],
      grounds: groundsIn(content.regimes),
      requestingState: parties.requestingState,
      respondingState,
      imported: parties.imported,
      receivedAt: new Date(receivedAt).toISOString(),
      matter: standing,
      consents: consentClocksOf(found, history, regimeProfiles).map((clock) =>
        consentClockDetail({ ...clock, askedAt: null }),
      ),
      ...(isOfficer && protectedContent),
      ...(isOfficer && { photographs: await photographDetails(shown, respondingState, this.known) }),
      timeline: timelineOf(history, (event: TraceCaseEvent) => {
        const act = actKindOf(event);
        const told = act ? shownAct(act, event.data, isOfficer) : {};
        // Written on a message of the State that asks, yet the receipt is an act of the State asked.
        return act === 'receive' ? { ...told, byState: respondingState } : told;
      }),
    };
  }
}

/** A coordinator belongs to no State and sees every line, never its content. */
function isParty({ role, state }: Actor, respondingState: string): boolean {
  return role === 'coordinator' || state === respondingState;
}

/** Whether a refusal rests on a ground that no instrument knows is shown at the desk that refused. */
function flagged(refusal: Restriction<string>) {
  return { ...refusal, outsideInstrument: isOutsideInstrument(refusal.ground) };
}

function clocksIn(history: readonly RecordedEvent<TraceCaseEvent>[], status: CaseStatus) {
  const notes = history.reduce<ClockNotes | undefined>(
    (before, { event, recordedAt }) => notedClocks(before, event, recordedAt),
    undefined,
  );
  if (!notes) return [];
  const { acknowledge, answer } = clocksOf(notes, status, regimeProfiles);
  return [clockDetail('acknowledgement', acknowledge), clockDetail('answer', answer)];
}

const groundsIn = (regimes: readonly string[]) => ({
  delay: groundsOf(regimes, 'delay'),
  restriction: groundsOf(regimes, 'restriction'),
  refusal: groundsOf(regimes, 'refusal'),
});
