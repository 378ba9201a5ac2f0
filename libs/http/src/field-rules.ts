import { applyDecorators, type Type as Class } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

/** A text that says something, of at most so many characters. */
export const Text = (most: number) => applyDecorators(IsString(), IsNotEmpty(), MaxLength(most));

export const OptionalText = (most: number) => applyDecorators(IsOptional(), Text(most));

/** At most so many texts, each of at most so many characters. */
export const OptionalTexts = (most: number, longest: number) =>
  applyDecorators(
    IsOptional(),
    IsArray(),
    ArrayMaxSize(most),
    IsString({ each: true }),
    IsNotEmpty({ each: true }),
    MaxLength(longest, { each: true }),
  );

export const OptionalCode = (codes: readonly string[]) => applyDecorators(IsOptional(), IsIn(codes));

/** Codes of a list, each once. */
export const Codes = (codes: readonly string[], least = 0) =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(codes.length),
    ArrayUnique(),
    IsIn(codes, { each: true }),
  );

export const OptionalCodes = (codes: readonly string[], least = 0) =>
  applyDecorators(IsOptional(), Codes(codes, least));

export const OptionalWhole = (least: number, most: number) =>
  applyDecorators(IsOptional(), IsInt(), Min(least), Max(most));

/** At least one number of an item of a request, each once. */
export const ItemNumbers = () =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(500),
    ArrayUnique(),
    IsInt({ each: true }),
    Min(1, { each: true }),
    Max(500, { each: true }),
  );

/** One object of a class. */
export const OptionalHeld = (held: () => Class) =>
  applyDecorators(IsOptional(), ValidateNested(), Type(held));

/** At most so many objects of a class. */
export const OptionalList = (held: () => Class, most: number) =>
  applyDecorators(IsOptional(), IsArray(), ArrayMaxSize(most), ValidateNested({ each: true }), Type(held));

/** Objects of one of several classes, told apart by the value of one field. */
export const OneOf = (property: string, kinds: Readonly<Record<string, Class>>) =>
  applyDecorators(
    ValidateNested({ each: true }),
    Type(() => Object, {
      keepDiscriminatorProperty: true,
      discriminator: {
        property,
        subTypes: Object.entries(kinds).map(([name, value]) => ({ name, value })),
      },
    }),
  );
