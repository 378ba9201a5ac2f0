import { IsInstant, OneOf } from '@vestigo/http';
import { STATE_CODES } from '@vestigo/states';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  ValidateNested,
} from 'class-validator';
import { AmmunitionItemDto } from './ammunition-item.dto';
import { ArmItemDto } from './arm-item.dto';
import { OneArmDto } from './one-arm.dto';
import { PartItemDto } from './part-item.dto';
import { RequestFieldsDto } from './request-fields.dto';

export type ItemDto = ArmItemDto | AmmunitionItemDto | PartItemDto;

const kinds = { ARM: ArmItemDto, AMMUNITION: AmmunitionItemDto, PART: PartItemDto };

/** One to many items; what is said of one follows from its kind. */
export const Items = () => (target: object, name: string) => {
  for (const rule of [IsArray(), ArrayMinSize(1), ArrayMaxSize(500), OneOf('kind', kinds)])
    rule(target, name);
};

/** A request as it is kept. */
export class RequestContentDto extends RequestFieldsDto {
  @Items()
  readonly items!: readonly ItemDto[];
}

/** Marks are wanted as far as possible; their absence never stops a request. */
export class SubmitRequestDto extends RequestFieldsDto {
  /** RFC 3339 date-time with its offset; now when absent. */
  @IsOptional()
  @IsInstant()
  readonly occurredAt?: string;

  @IsIn(STATE_CODES)
  readonly respondingState!: string;

  @IsOptional()
  @Items()
  readonly items?: readonly ItemDto[];

  /** The first form of a request: one arm in the place of items. */
  @IsOptional()
  @ValidateNested()
  @Type(() => OneArmDto)
  readonly arm?: OneArmDto;

  /** History taken over from elsewhere: its receipt keeps the given instant, and figures count it apart. */
  @IsOptional()
  @IsBoolean()
  readonly imported?: boolean;

  /** Of a follow-on request: its parent, where it still stands, is closed as followed on. */
  @IsOptional()
  @IsBoolean()
  readonly closesParent?: boolean;
}
