import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Due } from '@vestigo/deadlines';
import { decodeTexts, encodeTexts } from '@vestigo/http';
import { type Actor, Allow, CurrentActor } from '@vestigo/identity';
import type { Instant } from '@vestigo/kernel';
import type { PairFigures } from '@vestigo/oversight/domain';
import { asOfNamed } from './as-of';
import { CountedRequestPage, type CountedRequestView, type LimitView } from './counted-request.dto';
import { type CountedLine, ListCountedRequests } from './counted-requests.query';
import type { CountedQuery } from './counted-rows';
import {
  GetWaitsDto,
  GetYearsDto,
  ListCountedRequestsDto,
  PairByYearPage,
  WaitsView,
  YearsView,
  type YearView,
} from './figures.dto';
import { COUNTED_FROM, ListPairsDto } from './oversight.dto';
import { LATEST, pairNamed } from './pairs.query';
import { partyOf } from './party-of';
import { GetWaits } from './waits.query';
import { GetYears, ListPairsByYear, type YearFigures } from './years.query';

/** What stands behind the figures of pairs. */
@ApiTags('Oversight')
@ApiBearerAuth()
@Controller('v1/oversight')
export class FiguresController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(LATEST) private readonly latest: () => Instant,
  ) {}

  @Get('requests')
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({
    summary: 'The requests that a figure was counted from: clocks and codes, never content',
    description: 'As many as the figure says, when asked with the same States, window and `asOf`.',
  })
  @ApiOkResponse({ type: CountedRequestPage })
  async requests(
    @Query() query: ListCountedRequestsDto,
    @CurrentActor() actor: Actor,
  ): Promise<CountedRequestPage> {
    const { figure, cursor, limit } = query;
    const counted = this.countedBy(query, actor);
    const [after] = cursor === undefined ? [] : decodeTexts(cursor, 1);
    const lines = await this.queries.execute(new ListCountedRequests({ ...counted, figure, after, limit }));
    return {
      ...headOf(counted.asOf),
      items: lines.map(viewOf),
      next: encodeTexts(lines, limit, ({ requestId }) => [requestId]),
    };
  }

  @Get('years')
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({ summary: 'Figures by calendar year of receipt, over all pairs asked for' })
  @ApiOkResponse({ type: YearsView })
  async years(@Query() query: GetYearsDto, @CurrentActor() actor: Actor): Promise<YearsView> {
    const counted = this.countedBy(query, actor);
    const { total, years } = await this.queries.execute(new GetYears(counted));
    return {
      ...headOf(counted.asOf),
      total: withoutInstant(total),
      items: years.map(yearView),
    };
  }

  @Get('pairs/years')
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({
    summary: 'Figures by calendar year of receipt, of each ordered pair of States',
    description:
      'As each pair has them in `/v1/oversight/years`; the pairs are those of `/v1/oversight/pairs`.',
  })
  @ApiOkResponse({ type: PairByYearPage })
  async pairsByYear(@Query() query: ListPairsDto, @CurrentActor() actor: Actor): Promise<PairByYearPage> {
    const { cursor, limit } = query;
    const counted = this.countedBy(query, actor);
    const after = cursor === undefined ? undefined : pairNamed(decodeTexts(cursor, 2));
    const lines = await this.queries.execute(new ListPairsByYear({ ...counted, after, limit }));
    return {
      ...headOf(counted.asOf),
      items: lines.map(({ years, ...pair }) => ({ ...pair, years: years.map(yearView) })),
      next: encodeTexts(lines, limit, ({ requestingState, respondingState }) => [
        requestingState,
        respondingState,
      ]),
    };
  }

  @Get('waits')
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({ summary: 'How long requests waited, day by day, over all pairs asked for' })
  @ApiOkResponse({ type: WaitsView })
  async waits(@Query() query: GetWaitsDto, @CurrentActor() actor: Actor): Promise<WaitsView> {
    const counted = this.countedBy(query, actor);
    const { days, ...waits } = await this.queries.execute(new GetWaits({ ...counted, clock: query.clock }));
    return { ...headOf(counted.asOf), ...waits, items: days };
  }

  private countedBy(query: GetYearsDto, actor: Actor): CountedQuery {
    const { requesting, responding, from, to } = query;
    return {
      party: partyOf(actor, requesting, responding),
      requesting,
      responding,
      from: from === undefined ? undefined : Date.parse(from),
      to: to === undefined ? undefined : Date.parse(to),
      asOf: asOfNamed(query.asOf, this.latest()),
    };
  }
}

const headOf = (asOf: Instant) => ({ asOf: new Date(asOf).toISOString(), countedFrom: COUNTED_FROM });

const yearView = ({ year, figures }: YearFigures): YearView => ({ year, ...withoutInstant(figures) });

function withoutInstant({ asOf: _, ...figures }: PairFigures): Omit<PairFigures, 'asOf'> {
  return figures;
}

function viewOf(line: CountedLine): CountedRequestView {
  const { requestId, requestingState, respondingState, refusalGround, imported, known, due } = line;
  return {
    ...{ requestId, requestingState, respondingState, refusalGround, imported },
    submittedAt: textOf(line.submittedAt),
    receivedAt: textOf(known.receivedAt),
    acknowledgedAt: textOf(known.acknowledgedAt),
    respondedAt: textOf(known.respondedAt),
    withdrawnAt: textOf(known.withdrawnAt),
    outcome: known.outcome,
    acknowledgementDue: limitOf(due.acknowledge),
    answerDue: limitOf(due.answer),
    figures: [...line.figures],
  };
}

const textOf = (at: Instant | null) => (at === null ? null : new Date(at).toISOString());

/** A clock that stands still has no instant yet. */
function limitOf(due: Due | null): LimitView | null {
  return (
    due && { at: Number.isFinite(due.at) ? textOf(due.at) : null, regime: due.regime, nature: due.nature }
  );
}
