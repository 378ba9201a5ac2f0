import { Controller, Get, Inject, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { exportedContent, type ExportedMatter, exportFile, ExportQuery } from '@vestigo/bulk';
import { type DocketLine, everyLine } from '@vestigo/docket';
import { type Actor, Allow, CurrentActor, stateOf } from '@vestigo/identity';
import { CASE_STATUSES, type CaseStatus } from '@vestigo/responding/domain';
import { IsIn, IsOptional } from 'class-validator';
import { GetCase, ListCases } from './case.query';

export class CaseExportQuery extends ExportQuery {
  @IsOptional()
  @IsIn(CASE_STATUSES)
  readonly status?: CaseStatus;
}

/** What an exported case says about itself: what it was answered stands with the item that was answered. */
const about = [
  ...['id', 'version', 'status', 'requestingState', 'imported', 'receivedAt', 'changedAt'],
  ...['answer.outcome', 'answer.answerClass', 'answer.lastLegalHolder', 'answer.onwardState'],
  ...['answer.documentReference', 'answer.remarks', 'answer.restriction.ground', 'answer.restriction.reason'],
  ...['refusal.ground', 'refusal.reason'],
];

@ApiTags('Many requests at once')
@ApiBearerAuth()
@Controller('v1/cases/export')
export class CaseExportController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @Allow('officer')
  @ApiOperation({ summary: 'All cases of your State with their content, newest first, as one file' })
  @ApiOkResponse(exportedContent)
  export(@Query() query: CaseExportQuery, @CurrentActor() actor: Actor): StreamableFile {
    const matters = this.matters(stateOf(actor), query.status);
    return exportFile(query, { matters, about, name: 'cases' });
  }

  private async *matters(state: string, status: CaseStatus | undefined): AsyncGenerator<ExportedMatter> {
    const page = (before: number | undefined) =>
      this.queries.execute(new ListCases({ state, status, before, limit: 200 }));
    for await (const line of everyLine(page)) {
      const matter = await this.matterOf(line);
      if (matter) yield matter;
    }
  }

  private async matterOf(line: DocketLine<CaseStatus>): Promise<ExportedMatter | undefined> {
    const { found, history } = await this.queries.execute(new GetCase(line.id));
    if (found.status === 'unknown') return undefined;
    const { parties, status, content, receivedAt, answer, refusal } = found;
    return {
      id: line.id,
      form: { respondingState: parties.respondingState, ...content },
      about: {
        id: line.id,
        version: history.length,
        status,
        requestingState: parties.requestingState,
        imported: parties.imported,
        receivedAt: new Date(receivedAt).toISOString(),
        changedAt: new Date(line.changedAt).toISOString(),
        ...(answer && { answer }),
        ...(refusal && { refusal }),
      },
      // The first form of an answer is about item 1.
      ofItem: (number) => (number === 1 ? {} : { answer: undefined }),
    };
  }
}
