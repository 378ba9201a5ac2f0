import { Test } from '@nestjs/testing';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createEdgeAdapter, documentOf, KNOWN_PHOTOGRAPHS, NEW_ID, NO_PHOTOGRAPHS, NOW } from '@vestigo/http';
import { KNOWN_DIRECTORY } from './known-directory';
import { RequestingDesk } from './requesting-desk';
import { RequestsController } from './requests.controller';
import { RequestSending } from './request-sending';
import { emptyDirectory } from './testing/empty-directory';
import { DESK_CLOCK } from './traces.controller';

let app: NestFastifyApplication;

beforeAll(async () => {
  const module = await Test.createTestingModule({
    imports: [CqrsModule.forRoot()],
    controllers: [RequestsController],
    providers: [
      RequestingDesk,
      RequestSending,
      { provide: KNOWN_DIRECTORY, useValue: emptyDirectory },
      { provide: DESK_CLOCK, useValue: () => Promise.resolve({ timeZone: 'UTC', weekend: [] }) },
      { provide: KNOWN_PHOTOGRAPHS, useValue: NO_PHOTOGRAPHS },
      { provide: NOW, useValue: () => 0 },
      { provide: NEW_ID, useValue: () => '01980000-0000-7000-8000-0000000000a1' },
    ],
  }).compile();
  app = await module.createNestApplication<NestFastifyApplication>(createEdgeAdapter()).init();
});

afterAll(() => app.close());

describe('the description of the API', () => {
  type Schema = Readonly<Record<string, unknown>> & { readonly properties: Readonly<Record<string, object>> };
  let schemas: Readonly<Record<string, Schema>>;

  beforeAll(() => {
    const { components }: OpenAPIObject = documentOf(app, { title: 'Requesting', version: '1' });
    schemas = components?.schemas as unknown as Readonly<Record<string, Schema>>;
  });

  test.each(['SubmitRequestDto', 'RequestContentDto'])('tells the kinds of items apart in %s', (name) => {
    expect(schemas[name]?.properties['items']).toEqual({
      type: 'array',
      minItems: 1,
      maxItems: 500,
      items: {
        type: 'object',
        discriminator: {
          propertyName: 'kind',
          mapping: {
            ARM: '#/components/schemas/ArmItemDto',
            AMMUNITION: '#/components/schemas/AmmunitionItemDto',
            PART: '#/components/schemas/PartItemDto',
          },
        },
        oneOf: ['ArmItemDto', 'AmmunitionItemDto', 'PartItemDto'].map((kind) => ({
          $ref: `#/components/schemas/${kind}`,
        })),
      },
    });
  });

  test('sets a limit to every text and every list', () => {
    const open = Object.entries(schemas).flatMap(([name, { properties = {} }]) =>
      name.endsWith('Dto')
        ? Object.entries(properties).flatMap(([field, schema]) =>
            isOpen(schema as Limits) ? [`${name}.${field}`] : [],
          )
        : [],
    );
    expect(open).toEqual([]);
  });
});

interface Limits {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: Limits;
}

function isOpen({ type, items, maxItems, ...limits }: Limits): boolean {
  if (type === 'array') return maxItems === undefined || (items !== undefined && isOpen(items));
  const { format, pattern, maxLength, enum: codes } = limits;
  return type === 'string' && [format, pattern, maxLength, codes].every((limit) => limit === undefined);
}
