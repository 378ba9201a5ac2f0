import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Issuer, Public } from '@vestigo/identity';
import { Rejection } from '@vestigo/kernel';
import { OFFICERS } from './officers';
import { OfficerList, SignedIn, SignInDto } from './sign-in.dto';

export const SIGN_IN_ISSUER = Symbol('sign-in issuer');

/** Part of the API only where an exchange shows its demonstration to the machine that it runs on. */
@ApiTags('Sign-in')
@Controller('v1/sign-in')
export class SignInController {
  constructor(@Inject(SIGN_IN_ISSUER) private readonly issuer: Issuer) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'The officers of the demonstration; only on a local run' })
  @ApiOkResponse({ type: OfficerList })
  list(): OfficerList {
    return {
      items: OFFICERS.map(({ id, role, state, desk }) => ({ id, role, state, desk: desk ?? null })),
    };
  }

  @Post()
  @Public()
  @ApiOperation({ summary: 'Sign in as an officer of the demonstration; only on a local run' })
  @ApiCreatedResponse({ type: SignedIn })
  async signIn(@Body() { officer }: SignInDto): Promise<SignedIn> {
    const found = OFFICERS.find(({ id }) => id === officer);
    if (!found)
      throw new Rejection('not-found', 'officer-not-found', 'The demonstration has no such officer.');
    const { id: _, ...actor } = found;
    return { token: await this.issuer.issue(actor) };
  }
}
