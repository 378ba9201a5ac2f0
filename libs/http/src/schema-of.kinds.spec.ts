import { Type } from 'class-transformer';
import { IsArray, IsIn, ValidateNested } from 'class-validator';
import { Rejection } from '@vestigo/kernel';
import { checkOf } from './compiled-validation';
import { OneOf, OptionalText, OptionalWhole } from './field-rules';
import { schemaOf } from './schema-of';

class ArmItem {
  @IsIn(['ARM'])
  readonly kind!: 'ARM';

  @OptionalText(5)
  readonly make?: string;
}

class LotItem {
  @IsIn(['LOT'])
  readonly kind!: 'LOT';

  @OptionalWhole(1, 9)
  readonly rounds?: number;
}

class Submitted {
  @IsArray()
  @OneOf('kind', { ARM: ArmItem, LOT: LotItem })
  readonly items!: readonly (ArmItem | LotItem)[];
}

const checked = (items: readonly unknown[]) => {
  try {
    return checkOf(Submitted, 'body')({ items });
  } catch (error) {
    if (error instanceof Rejection) return error.faults.map(({ pointer, detail }) => `${pointer} ${detail}`);
    throw error;
  }
};

test('objects of several kinds are one of their schemas, told apart by a field', () => {
  expect(schemaOf(Submitted).properties?.['items']).toEqual({
    type: 'array',
    items: {
      type: 'object',
      discriminator: { propertyName: 'kind' },
      oneOf: [schemaOf(ArmItem), schemaOf(LotItem)],
    },
  });
});

test('where schemas are referred to, each kind says to which', () => {
  const described = schemaOf(Submitted, ({ name }) => ({ $ref: `#/${name}` }));
  expect(described.properties?.['items']?.items).toEqual({
    type: 'object',
    discriminator: { propertyName: 'kind', mapping: { ARM: '#/ArmItem', LOT: '#/LotItem' } },
    oneOf: [{ $ref: '#/ArmItem' }, { $ref: '#/LotItem' }],
  });
});

test.each<[unknown, unknown]>([
  [
    { kind: 'ARM', make: 'Colt' },
    { kind: 'ARM', make: 'Colt' },
  ],
  [{ kind: 'LOT', rounds: null }, { kind: 'LOT' }],
  [{ kind: 'LOT', make: 'Colt' }, ['/items/0/make is not a known field']],
  [{ kind: 'ARM', make: 'Beretta' }, ['/items/0/make must have at most 5 characters']],
  [{ kind: 'TANK' }, ['/items/0/kind must be one of ARM, LOT']],
  [{ make: 'Colt' }, ['/items/0/kind must be one of ARM, LOT']],
  [{ kind: 7 }, ['/items/0/kind must be one of ARM, LOT']],
  ['ARM', ['/items/0 must be an object']],
])('%j', (item, verdict) => {
  expect(checked([item])).toEqual(Array.isArray(verdict) ? verdict : { items: [verdict] });
});

test('a kind whose class does not say so, or a field that would be dropped, stops the start', () => {
  class Misnamed {
    @IsArray()
    @OneOf('kind', { RIFLE: ArmItem })
    readonly items!: readonly ArmItem[];
  }
  class Dropped {
    @IsArray()
    @ValidateNested({ each: true })
    @Type(() => Object, { discriminator: { property: 'kind', subTypes: [{ name: 'ARM', value: ArmItem }] } })
    readonly items!: readonly ArmItem[];
  }
  expect(() => schemaOf(Misnamed)).toThrow('ArmItem.kind must be required and be RIFLE');
  expect(() => schemaOf(Dropped)).toThrow('@Type with a discriminator must keep its property');
});
