import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { suggestWhomToAsk } from '@vestigo/directory/domain';
import { type Actor, Allow, CurrentActor } from '@vestigo/identity';
import { stateName } from '@vestigo/states';
import type { DirectoryReading } from './directory-reading';
import { MarkedArmDto, SuggestionsView } from './suggestions.dto';

export const DIRECTORY_READING = Symbol('what the service knows of the directory');

@ApiTags('Directory')
@ApiBearerAuth()
@Controller('v1/directory/suggestions')
export class SuggestionsController {
  constructor(@Inject(DIRECTORY_READING) private readonly reading: Pick<DirectoryReading, 'practices'>) {}

  /** By POST, since an address is written down on its way and marks may not be. The own register is asked before any other State. */
  @Post()
  @HttpCode(200)
  @Allow('officer')
  @ApiOperation({ summary: 'Whom to ask about an arm, by its marks; nothing of it is stored' })
  @ApiOkResponse({ type: SuggestionsView })
  async suggest(@Body() body: MarkedArmDto, @CurrentActor() { state: own }: Actor): Promise<SuggestionsView> {
    const { otherMarks = [], ...marked } = body;
    const arm = { ...marked, otherMarks: otherMarks.map((text) => ({ text })) };
    const suggested = suggestWhomToAsk(arm, await this.reading.practices());
    return {
      items: suggested
        .filter(({ state }) => state !== own)
        .map(({ state, grounds }) => ({ state, name: stateName(state), grounds })),
    };
  }
}
