import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDateString,
  IsDefined,
  IsEmail,
  IsEnum,
  IsIn,
  IsInt,
  IsISO31661Alpha3,
  IsISO8601,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Rejection } from '@vestigo/kernel';
import { checkOf, type Source } from '../compiled-validation';
import { IsInstant } from '../instant';

enum Outcome {
  Found = 'found',
  NotFound = 'not-found',
}

export class Mark {
  @IsString()
  @IsNotEmpty()
  @MaxLength(8)
  readonly text!: string;

  @IsOptional()
  @IsInt()
  @Min(1800)
  @Max(2200)
  readonly year?: number;
}

/** Every decorator that is supported, at least once. */
export class Sample {
  @IsUUID()
  readonly id!: string;

  @IsOptional()
  @IsUUID('7')
  readonly key?: string;

  @IsISO31661Alpha3()
  readonly state!: string;

  @IsString()
  @MinLength(2)
  readonly make!: string;

  @Length(1, 5)
  readonly model!: string;

  @Matches(/^[A-Z]\d+$/, { message: 'must be a capital letter and digits' })
  @IsNotEmpty()
  readonly serial!: string;

  @IsIn(['low', 'high', 3])
  readonly priority!: string | number;

  @IsEnum(Outcome)
  readonly outcome!: Outcome;

  @IsNumber()
  @Min(-90)
  @Max(90)
  readonly latitude!: number;

  @IsInt()
  readonly quantity!: number;

  @IsBoolean()
  readonly imported!: boolean;

  @IsOptional()
  @IsISO8601()
  readonly observedOn?: string;

  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  readonly seizedOn?: string;

  @IsOptional()
  @IsDateString()
  readonly seenOn?: string;

  @IsOptional()
  @IsInstant()
  readonly occurredAt?: string;

  @IsOptional()
  @IsEmail()
  readonly contact?: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  readonly grounds!: readonly string[];

  @IsOptional()
  @ArrayNotEmpty()
  @IsIn(['A', 'B'], { each: true })
  readonly parts?: readonly string[];

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => Mark)
  readonly mark!: Mark;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Mark)
  readonly marks?: readonly Mark[];
}

export const valid = {
  id: '01936c2e-7d3b-7c3f-9a52-2f0f5c5e8a11',
  key: '01936c2e-7d3b-7c3f-9a52-2f0f5c5e8a11',
  state: 'KEN',
  make: 'Zastava',
  model: 'M70',
  serial: 'B12',
  priority: 'high',
  outcome: 'found',
  latitude: -1.28,
  quantity: 1,
  imported: false,
  observedOn: '2026-11-22',
  seizedOn: '2026-11-22T10:00:00+03:00',
  seenOn: '2026-11-22',
  occurredAt: '2026-11-22T10:00:00+03:00',
  contact: 'desk@example.org',
  grounds: ['seized'],
  parts: ['A'],
  mark: { text: 'ZCZ', year: 1988 },
  marks: [{ text: 'KE' }, { text: 'KE', year: 1999 }],
};

/** What was checked, or its faults. */
export const verdictOf = (body: unknown, target: new () => object = Sample, source: Source = 'body') => {
  try {
    return checkOf(target, source)(body);
  } catch (error) {
    return error instanceof Rejection ? error.faults : error;
  }
};
