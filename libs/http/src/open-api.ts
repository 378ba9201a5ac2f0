import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type Route, routesOf } from '@vestigo/identity';
import { answeredForms } from './api-form';
import { takesInvocation } from './invocation';
import type { JsonSchema } from './json-schema';
import { invocationHeaders, problemResponses, problemSchema } from './open-api-problems';
import { hasRules, schemaOf } from './schema-of';
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
      return [method, route ? completed(operation, route, dtos) : operation] as const;
    });
    return [path, Object.fromEntries(operations)] as const;
  });
  rememberAnswered(document, dtos);
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...document.components, schemas: schemasOf(document, dtos) },
  };
}

interface Parameter {
  readonly name: string;
  readonly in: string;
}

interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly Parameter[];
  readonly responses?: Readonly<Record<string, unknown>>;
  readonly description?: string;
  readonly security?: readonly object[];
}

function completed(operation: Operation, route: Route, dtos: Map<string, Type>): Operation {
  const intakes = intakesOf(route);
  for (const { from, type } of intakes) if (from === 'body') remember(type, dtos);
  const { parameters = [], responses = {}, description } = operation;
  const declared = intakes.flatMap((intake) => parametersOf(intake, dtos));
  const described = {
    ...operation,
    parameters: [
      ...parameters.filter(
        (one) => !declared.some(({ name, in: place }) => one.name === name && one.in === place),
      ),
      ...declared,
      ...(takesInvocation(route) ? invocationHeaders : []),
    ],
  };
  if (route.access === 'public' || route.access === undefined) return described;
  const roles = `Roles: ${route.access.join(', ')}.`;
  return {
    ...described,
    description: description ? `${description}\n\n${roles}` : roles,
    responses: { ...problemResponses, ...responses },
    security: [{ bearer: [] }],
  };
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
  for (const [name, type] of dtos) ruled[name] = schemaOf(type, (nested) => refTo(nested, dtos));
  return { ...components?.schemas, ...ruled, Problem: problemSchema };
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
