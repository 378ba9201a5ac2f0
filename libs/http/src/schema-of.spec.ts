import { Transform, Type } from 'class-transformer';
import {
  Allow,
  ArrayUnique,
  IsArray,
  IsEnum,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { schemaOf } from './schema-of';

class Mark {
  @IsIn(['frame', 'barrel'])
  readonly part!: string;
}

class Arm extends Mark {
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  readonly make!: string;

  @MinLength(3)
  @Matches(/^[A-Z]+$/)
  @Matches(/X/)
  readonly code!: string;

  @IsOptional()
  @IsNumber()
  @IsInt()
  @Min(1)
  @Min(5)
  @Max(9)
  readonly count: number = 7;

  @IsOptional()
  @IsUUID('7')
  readonly id?: string;

  @IsArray()
  @ArrayUnique()
  @IsIn(['ITI', 'POA'], { each: true })
  readonly regimes!: readonly string[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Mark)
  readonly marks!: readonly Mark[];
}

const mark = {
  type: 'object',
  properties: { part: { enum: ['frame', 'barrel'] } },
  required: ['part'],
  additionalProperties: false,
};

test('the rules of a class and of those it extends are one schema', () => {
  expect(schemaOf(Arm)).toEqual({
    type: 'object',
    properties: {
      part: { enum: ['frame', 'barrel'] },
      make: { type: 'string', maxLength: 64, pattern: String.raw`\S` },
      code: {
        type: 'string',
        minLength: 3,
        pattern: 'X',
        allOf: [{ pattern: '^[A-Z]+$' }, { pattern: String.raw`\S` }],
      },
      count: { type: 'integer', minimum: 5, maximum: 9, default: 7 },
      id: { type: 'string', format: 'uuid-7' },
      regimes: { type: 'array', uniqueItems: true, items: { enum: ['ITI', 'POA'] } },
      marks: { type: 'array', items: mark },
    },
    required: ['make', 'code', 'regimes', 'marks', 'part'],
    additionalProperties: false,
  });
});

test('a class that is held can be referred to', () => {
  expect(schemaOf(Arm, ({ name }) => ({ $ref: `#/${name}` })).properties?.['marks']).toEqual({
    type: 'array',
    items: { $ref: '#/Mark' },
  });
});

describe('what cannot be compiled stops the start and is named', () => {
  class Nothing {
    readonly field?: string;
  }
  class Unknown {
    @IsUrl()
    readonly field!: string;
  }
  class Allowed {
    @Allow()
    readonly field!: string;
  }
  class Conditional {
    @ValidateIf(() => true)
    @IsString()
    readonly field!: string;
  }
  class Grouped {
    @IsString({ groups: ['a'] })
    readonly field!: string;
  }
  class Flagged {
    @Matches(/a/i)
    readonly field!: string;
  }
  class Optioned {
    @IsNumber({ maxDecimalPlaces: 2 })
    readonly field!: number;
  }
  class Untyped {
    @IsNotEmpty()
    readonly field!: string;
  }
  class Contradictory {
    @IsString()
    @IsInt()
    readonly field!: string;
  }
  class Single {
    @IsString({ each: true })
    readonly field!: string[];
  }
  class Loose {
    @IsArray()
    readonly field!: string[];
  }
  class Distinct {
    @IsArray()
    @ArrayUnique()
    @ValidateNested({ each: true })
    @Type(() => Mark)
    readonly field!: Mark[];
  }
  class Held {
    @ValidateNested()
    readonly field!: object;
  }
  class Transformed {
    @IsString()
    @Transform(() => 'x')
    readonly field!: string;
  }
  class Endless {
    @IsOptional()
    @ValidateNested()
    @Type(() => Endless)
    readonly field?: Endless;
  }
  class Messaged {
    @IsEnum({ a: 'a' }, { message: () => 'no' })
    readonly field!: string;
  }

  test.each<[new () => object, string]>([
    [Nothing, 'Nothing has no rules: every field needs its decorators'],
    [Unknown, 'Unknown.field cannot be compiled: @isUrl is not supported'],
    [Allowed, 'Allowed.field cannot be compiled: @whitelistValidation is not supported'],
    [Conditional, 'Conditional.field cannot be compiled: @conditionalValidation is not supported'],
    [Grouped, 'Grouped.field cannot be compiled: @isString with groups or validateIf is not supported'],
    [Flagged, 'Flagged.field cannot be compiled: its pattern a has flags'],
    [Optioned, 'Optioned.field cannot be compiled: its options {"maxDecimalPlaces":2} are not known here'],
    [Untyped, 'Untyped.field cannot be compiled: no decorator says its type'],
    [
      Contradictory,
      'Contradictory.field cannot be compiled: its rules want type to be "integer" and "string"',
    ],
    [Single, 'Single.field cannot be compiled: a rule for each item needs @IsArray'],
    [Loose, 'Loose.field cannot be compiled: no decorator says the type of its items'],
    [Distinct, 'Distinct.field cannot be compiled: @ArrayUnique is for lists of texts or numbers'],
    [Held, 'Held.field cannot be compiled: @ValidateNested needs @Type(() => …)'],
    [
      Transformed,
      'Transformed.field cannot be compiled: @Transform is not supported: bodies stay as they were sent',
    ],
    [Endless, 'Endless.field cannot be compiled: Endless holds itself'],
    [Messaged, 'Messaged.field cannot be compiled: @isEnum with a computed message is not supported'],
  ])('%p', (target, message) => {
    expect(() => schemaOf(target)).toThrow(expect.objectContaining({ message }) as Error);
  });
});
