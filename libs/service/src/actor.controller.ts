import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, type Role, ROLES } from '@vestigo/identity';

export class ActorView {
  @ApiProperty()
  readonly subject!: string;

  @ApiProperty({ enum: ROLES })
  readonly role!: Role;

  @ApiProperty({ type: String, nullable: true, description: 'ISO 3166-1 alpha-3.' })
  readonly state!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Code of a liaison desk.' })
  readonly desk!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The body to which the actor belongs.' })
  readonly authority!: string | null;
}

/** What a token says is the service's to read: where in it State and role stand, its operator has set. */
@ApiTags('Sign-in')
@Controller('v1/actor')
export class ActorController {
  @Get()
  @Allow(...ROLES)
  @ApiOperation({ summary: 'Who the access token speaks for, as this service understands it' })
  @ApiOkResponse({ type: ActorView })
  show(@CurrentActor() { subject, role, state, desk, authority }: Actor): ActorView {
    return { subject, role, state, desk: desk ?? null, authority: authority ?? null };
  }
}
