import {
  Body,
  Controller,
  Get,
  HttpCode,
  Module,
  NotFoundException,
  Param,
  Post,
  Put,
  Query,
  ServiceUnavailableException,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type Actor, Allow, CurrentActor, InvalidToken, Public, type TokenVerifier } from '@vestigo/identity';
import { type CommandContext, Rejection, Unavailable, VersionConflict } from '@vestigo/kernel';
import { prepareEdge } from '../edge';
import { createEdgeAdapter } from '../edge-adapter';
import { Invocation, type Invoked } from '../invocation';
import { PageQuery } from '../page';

export class ArmDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  readonly make!: string;
}

export class SubmitDto {
  @IsIn(['KEN', 'SOM'])
  readonly respondingState!: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  readonly count?: number;

  @IsDefined()
  @ValidateNested()
  @Type(() => ArmDto)
  readonly arm!: ArmDto;
}

export class ListDto extends PageQuery {
  @IsOptional()
  @IsIn(['open', 'closed'])
  readonly status?: string;
}

const failures: Readonly<Record<string, () => Error>> = {
  conflict: () => new Rejection('conflict', 'already-answered', 'The request was answered before.'),
  'not-found': () =>
    new Rejection('not-found', 'request-not-found', 'Your State is party to no request with this id.'),
  version: () => new VersionConflict('traceCase-1', 3, 5),
  unavailable: () => new Unavailable('SQLITE_BUSY in /var/lib/secret'),
  'not-ready': () => new ServiceUnavailableException('Still catching up: list.'),
  bug: () => new TypeError('secret is not a function'),
  nest: () => new NotFoundException('Cannot find it'),
};

@Controller('v1/samples')
export class SampleController {
  @Get('open')
  @Public()
  open(): { readonly open: boolean } {
    return { open: true };
  }

  @Get()
  @Allow('officer', 'liaison', 'coordinator')
  list(@Query() query: ListDto, @CurrentActor() actor: Actor): object {
    return { query, actor };
  }

  @Get(':id')
  @Allow('officer')
  get(@Param('id') id: string): object {
    return { id, version: 3 };
  }

  @Post()
  @Allow('officer')
  submit(
    @Body() body: SubmitDto,
    @Invocation() { context }: Invoked,
  ): { readonly body: object; context: CommandContext } {
    return { body, context };
  }

  @Put(':id/failure/:kind')
  @HttpCode(200)
  @Allow('officer')
  fail(@Param('kind') kind: string, @Invocation() { context }: Invoked): CommandContext {
    const failure = failures[kind];
    if (failure) throw failure();
    return context;
  }
}

@Module({ controllers: [SampleController] })
class SampleModule {}

const actors: Readonly<Record<string, Actor>> = {
  officer: { subject: 'amina', state: 'KEN', role: 'officer' },
  coordinator: { subject: 'chair', state: null, role: 'coordinator' },
};

/** Takes the name of a role for a token of it. */
export const issuer: TokenVerifier = {
  verifyCached: (token) => actors[token],
  verify: () => Promise.reject(new InvalidToken('The access token has expired. Ask for a new one.')),
};

/** Ready to be asked; `prepare` runs where an application would add what is its own. */
export async function sampleApp(
  prepare: (app: NestFastifyApplication) => void = () => undefined,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(SampleModule, createEdgeAdapter(), {
    logger: false,
  });
  prepareEdge(app, { issuer });
  prepare(app);
  return app.init();
}
