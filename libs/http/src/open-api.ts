import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type Route, routesOf } from '@vestigo/identity';
import { STATE_CODES } from '@vestigo/states';
import { answeredForms, answeredSchemas, bodyExamples } from './api-form';
import { takesInvocation } from './invocation';
import type { JsonSchema } from './json-schema';
import { type Operation, type Parameter, versioned, withAbsence } from './open-api-answers';
import { invocationHeaders, problemResponses, problemSchema } from './open-api-problems';
import { hasRules, schemaOf } from './schema-of';
import { withNamedCodes } from './open-api-schema';
import { type Intake, intakesOf } from './validation.pipe';

export interface ApiDescription {
  readonly title: string;
  readonly version: string;
}

/**
 * Serves the description of the API at `/openapi.json` and a page of it at `/docs`, both open to everybody. What the
 * description says of a DTO is the schema that it is checked with.
 */
export function describeApi(app: NestFastifyApplication, description: ApiDescription): OpenAPIObject {
  const document = documentOf(app, description);
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: description.title,
    swaggerOptions: { validatorUrl: null, persistAuthorization: false },
  });
  return document;
}

export function documentOf(app: NestFastifyApplication, { title, version }: ApiDescription): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle(title)
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', 'The service that this document comes from')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller}_${method}`,
  });
  const routes = new Map(routesOf(app).map((route) => [`${route.controller.name}_${route.method}`, route]));
  const dtos = new Map<string, Type>();
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const operations = Object.entries(item as Record<string, Operation>).map(([method, operation]) => {
      const route = routes.get(operation.operationId ?? '');
      return [
        method,
        route ? versioned(completed(operation, route, dtos), method, document) : operation,
      ] as const;
    });
    return [path, Object.fromEntries(operations)] as const;
  });
  rememberAnswered(document, dtos);
  const schemas = schemasOf(document, dtos);
  const named = withNamedCodes({ paths: Object.fromEntries(paths), schemas }, CODES);
  return {
    ...document,
    paths: named.paths,
    components: { ...document.components, schemas: { ...named.schemas, ...codesIn(named) } },
  };
}

/** Lists of codes that stand in many places. */
const CODES = { StateCode: STATE_CODES } as const;

function codesIn(part: object): Record<string, object> {
  const text = JSON.stringify(part);
  const used = Object.entries(CODES).filter(([name]) => text.includes(`"#/components/schemas/${name}"`));
  const description = 'ISO 3166-1 alpha-3.';
  return Object.fromEntries(
    used.map(([name, codes]) => [name, { type: 'string', enum: codes, description }]),
  );
}

function completed(operation: Operation, route: Route, dtos: Map<string, Type>): Operation {
  const intakes = intakesOf(route);
  for (const { from, type } of intakes) if (from === 'body') remember(type, dtos);
  const { parameters = [], responses = {}, description, requestBody } = operation;
  const declared = intakes.flatMap((intake) => parametersOf(intake, dtos));
  const isCommand = takesInvocation(route);
  const known = [
    ...parameters
      .filter((one) => !declared.some(({ name, in: place }) => one.name === name && one.in === place))
      .map(limited),
    ...declared,
  ];
  const guarded = route.access !== 'public' && route.access !== undefined;
  const risks = {
    guarded,
    namesOne: known.some(({ in: place }) => place === 'path'),
    takesInput: declared.length > 0,
    takesBody: requestBody !== undefined,
    isCommand,
  };
  const described = {
    ...operation,
    parameters: [...known, ...(isCommand ? invocationHeaders : [])],
    responses: { ...problemResponses(risks), ...responses },
  };
  if (!guarded) return { ...described, security: [] };
  const roles = `Roles: ${route.access.join(', ')}.`;
  return {
    ...described,
    description: description ? `${description}\n\n${roles}` : roles,
    security: [{ bearer: [] }],
  };
}

/** The router takes no longer part of an address (`maxParamLength` of Fastify). */
function limited(parameter: Parameter): Parameter {
  const { in: place, schema = {} } = parameter;
  return place === 'path' ? { ...parameter, schema: { maxLength: 100, ...schema } } : parameter;
}

/** A field of a query or path class is a parameter of its own. */
function parametersOf({ from, type }: Intake, dtos: Map<string, Type>) {
  if (from === 'body') return [];
  const { properties = {}, required = [] } = schemaOf(type, (nested) => refTo(nested, dtos));
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: from,
    required: from === 'path' || required.includes(name),
    schema,
  }));
}

/** The schemas that Nest found, those of DTO classes replaced by their rules, and the classes these hold. */
function schemasOf({ components }: OpenAPIObject, dtos: Map<string, Type>): Record<string, object> {
  const ruled: Record<string, object> = {};
  // Describing a class may bring in the classes that it holds: the map grows while it is walked.
  for (const [name, type] of dtos) {
    const example = bodyExamples.get(type);
    ruled[name] = { ...schemaOf(type, (nested) => refTo(nested, dtos)), ...(example && { example }) };
  }
  const text = JSON.stringify(components);
  const answered = [...answeredSchemas].filter(([name]) => text.includes(`"#/components/schemas/${name}"`));
  return {
    ...withAbsence(components?.schemas ?? {}),
    ...ruled,
    ...Object.fromEntries(answered),
    Problem: problemSchema,
  };
}

function rememberAnswered(document: OpenAPIObject, dtos: Map<string, Type>): void {
  const text = JSON.stringify(document);
  for (const type of answeredForms) {
    if (text.includes(`"#/components/schemas/${type.name}"`)) remember(type, dtos);
  }
}

function refTo(type: Type, dtos: Map<string, Type>): JsonSchema {
  remember(type, dtos);
  return { $ref: `#/components/schemas/${type.name}` };
}

function remember(type: Type, dtos: Map<string, Type>): void {
  const known = dtos.get(type.name);
  if (known && known !== type) throw new Error(`Two DTO classes have the name ${type.name}: rename one.`);
  if (hasRules(type)) dtos.set(type.name, type);
}
