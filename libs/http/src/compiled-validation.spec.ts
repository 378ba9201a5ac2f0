import { IsArray, IsBoolean, IsEmail, IsInt, IsOptional, IsString, Max } from 'class-validator';
import { valid, verdictOf } from './testing/sample-body';

describe('the compiled verdict', () => {
  test('a valid body is returned as the plain object it is', () => {
    const body = structuredClone(valid);
    expect(verdictOf(body)).toBe(body);
    expect(body).toEqual(valid);
  });

  test('null in an optional field means that it is absent', () => {
    const { key: _, ...others } = valid;
    expect(verdictOf({ ...others, key: null, mark: { text: 'ZCZ', year: null } })).toEqual({
      ...others,
      mark: { text: 'ZCZ' },
    });
  });
});

test('half a surrogate pair is refused as an address, and is no fault of ours', () => {
  class Contact {
    @IsEmail()
    readonly email!: string;
  }
  expect(verdictOf({ email: '\ud800' }, Contact)).toEqual([
    { pointer: '/email', detail: 'must be an e-mail address' },
  ]);
});

describe('query and path', () => {
  class Filter {
    @IsOptional()
    @IsInt()
    @Max(200)
    readonly limit: number = 50;

    @IsOptional()
    @IsBoolean()
    readonly open?: boolean;

    @IsOptional()
    @IsArray()
    @IsString({ each: true })
    readonly state?: readonly string[];
  }

  test('numbers and truth are read from text, one value is a list of one', () => {
    expect(verdictOf({ limit: '7', open: 'true', state: 'KEN' }, Filter, 'text')).toEqual({
      limit: 7,
      open: true,
      state: ['KEN'],
    });
  });

  test('what is absent takes its default', () => {
    expect(verdictOf({}, Filter, 'text')).toEqual({ limit: 50 });
    expect(verdictOf({ limit: null }, Filter)).toEqual({ limit: 50 });
  });

  test.each(['', ' ', 'ten', '1.5', '0x10', '1e1', '201', ['1', '2']])('%p is no limit', (limit) => {
    expect(verdictOf({ limit }, Filter, 'text')).toHaveLength(1);
  });

  test('a body is taken by its word', () => {
    expect(verdictOf({ limit: '7' }, Filter)).toEqual([
      { pointer: '/limit', detail: 'must be a whole number' },
    ]);
  });
});
