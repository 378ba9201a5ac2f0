import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { ROLES, type Role } from '@vestigo/identity';
import { OFFICERS } from './officers';

const IDS = OFFICERS.map(({ id }) => id);

export class SignInDto {
  @IsIn(IDS)
  readonly officer!: string;
}

export class OfficerView {
  @ApiProperty({ enum: IDS })
  readonly id!: string;

  @ApiProperty({ enum: ROLES })
  readonly role!: Role;

  @ApiProperty({ type: String, nullable: true, description: 'ISO 3166-1 alpha-3.' })
  readonly state!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Code of a liaison desk.' })
  readonly desk!: string | null;
}

export class OfficerList {
  @ApiProperty({ type: [OfficerView] })
  readonly items!: readonly OfficerView[];
}

export class SignedIn {
  @ApiProperty({ description: 'A bearer token, good for twelve hours.' })
  readonly token!: string;
}
