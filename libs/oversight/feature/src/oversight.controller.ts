import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { decodeTexts, encodeTexts } from '@vestigo/http';
import { type Actor, Allow, CurrentActor } from '@vestigo/identity';
import type { Instant } from '@vestigo/kernel';
import { asOfNamed } from './as-of';
import { type Deadline, RUNNING_CLOCKS } from './deadline';
import { type DeadlinePlace, ListDeadlines } from './deadlines.query';
import {
  COUNTED_FROM,
  DeadlinePage,
  type DeadlineView,
  ListDeadlinesDto,
  ListPairsDto,
  PairPage,
} from './oversight.dto';
import { LATEST, ListPairs, pairNamed } from './pairs.query';
import { partyOf } from './party-of';

@ApiTags('Oversight')
@ApiBearerAuth()
@Controller('v1/oversight')
export class OversightController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(LATEST) private readonly latest: () => Instant,
  ) {}

  @Get('pairs')
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({ summary: 'Figures of each ordered pair of States; a State sees the pairs it is party to' })
  @ApiOkResponse({ type: PairPage })
  async pairs(@Query() query: ListPairsDto, @CurrentActor() actor: Actor): Promise<PairPage> {
    const { requesting, responding, cursor, limit } = query;
    const asOf = asOfNamed(query.asOf, this.latest());
    const lines = await this.queries.execute(
      new ListPairs({
        party: partyOf(actor, requesting, responding),
        requesting,
        responding,
        from: instantOf(query.from),
        to: instantOf(query.to),
        asOf,
        after: cursor === undefined ? undefined : pairNamed(decodeTexts(cursor, 2)),
        limit,
      }),
    );
    const items = lines.map(({ requestingState, respondingState, figures: { asOf: _, ...figures } }) => ({
      requestingState,
      respondingState,
      ...figures,
    }));
    return {
      asOf: new Date(asOf).toISOString(),
      countedFrom: COUNTED_FROM,
      items,
      next: encodeTexts(items, limit, ({ requestingState, respondingState }) => [
        requestingState,
        respondingState,
      ]),
    };
  }

  @Get('deadlines')
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({
    summary: 'Clocks that run, nearest deadline first; then those that stand still',
    description:
      'Receipts to be acknowledged, requests to be answered, and questions for consent to onward release (ITI 15(c)) to be decided.',
  })
  @ApiOkResponse({ type: DeadlinePage })
  async deadlines(@Query() query: ListDeadlinesDto, @CurrentActor() actor: Actor): Promise<DeadlinePage> {
    const { requesting, responding, cursor, limit } = query;
    const asOf = this.latest();
    const deadlines = await this.queries.execute(
      new ListDeadlines({
        party: partyOf(actor, requesting, responding),
        requesting,
        responding,
        after: cursor === undefined ? undefined : placeOf(decodeTexts(cursor, 4)),
        limit,
      }),
    );
    return {
      asOf: new Date(asOf).toISOString(),
      items: deadlines.map((deadline) => viewOf(deadline, asOf)),
      next: encodeTexts(deadlines, limit, ({ due, requestId, clock, consent }) => [
        ...[String(due.at), requestId, clock],
        String(consent),
      ]),
    };
  }
}

function viewOf(
  { due, consent, submittedAt, receivedAt, suspended, ...deadline }: Deadline,
  asOf: Instant,
): DeadlineView {
  return {
    ...deadline,
    consent: consent === 0 ? null : consent,
    submittedAt: submittedAt === null ? null : new Date(submittedAt).toISOString(),
    receivedAt: new Date(receivedAt).toISOString(),
    dueAt: suspended ? null : new Date(due.at).toISOString(),
    overdue: due.at <= asOf,
    suspended: suspended
      ? {
          since: new Date(suspended.since).toISOString(),
          reason: 'INFORMATION_OWED',
          clause: 'ITI 21',
          questions: suspended.questions,
        }
      : null,
    regime: due.regime,
    nature: due.nature,
  };
}

function instantOf(text: string | undefined): Instant | undefined {
  return text === undefined ? undefined : Date.parse(text);
}

function placeOf([dueAt = '', requestId = '', name, consent = '']: readonly string[]): DeadlinePlace {
  const clock = RUNNING_CLOCKS.find((running) => running === name) ?? 'answer';
  return { dueAt: Number(dueAt), requestId, clock, consent: Number(consent) };
}
