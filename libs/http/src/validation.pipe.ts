import type { ArgumentMetadata, INestApplicationContext, PipeTransform, Type } from '@nestjs/common';
import { PARAMTYPES_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { type Route, routesOf } from '@vestigo/identity';
import { checkOf, type Source } from './compiled-validation';
import { hasRules } from './schema-of';

/** Checks what handlers take in: body, query and path, against the rules of the declared class. */
export class ValidationPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'custom' || metatype === undefined || unruled.has(metatype)) return value;
    return checkOf(metatype, type === 'body' ? 'body' : 'text')(value);
  }
}

const unruled: ReadonlySet<unknown> = new Set([String, Object]);

/** What a handler takes from a request: a parameter with `@Body`, `@Query` or `@Param`. */
export interface Intake {
  readonly from: 'body' | 'query' | 'path';
  readonly type: Type;
}

/**
 * What the route takes in by a class. Throws when a part of the request would reach the handler unchecked: without a class,
 * or with one that the compiler dropped (`import type`, an interface).
 */
export function intakesOf({ name, controller, method }: Route): readonly Intake[] {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    Parameter
  >;
  const types = (Reflect.getMetadata(PARAMTYPES_METADATA, controller.prototype as object, method) ??
    []) as unknown[];
  return Object.entries(parameters).flatMap(([key, { index, data }]): readonly Intake[] => {
    const from = places[key.split(':')[0] ?? ''];
    const type = types[index];
    if (from === undefined || (from === 'path' && data !== undefined && type === String)) return [];
    if (data === undefined && isRuled(type)) return [{ from, type }];
    throw new Error(
      `${name} takes the ${from} unchecked: declare it whole, as a class whose fields have rules.`,
    );
  });
}

/** Compiles every rule, so that one that cannot be compiled stops the start and not a request. */
export function compileIntakes(app: INestApplicationContext): void {
  for (const { from, type } of routesOf(app).flatMap(intakesOf)) checkOf(type, sources[from]);
}

interface Parameter {
  readonly index: number;
  readonly data?: unknown;
}

const places: Readonly<Record<string, Intake['from']>> = {
  [RouteParamtypes.BODY]: 'body',
  [RouteParamtypes.QUERY]: 'query',
  [RouteParamtypes.PARAM]: 'path',
};

const sources: Readonly<Record<Intake['from'], Source>> = { body: 'body', query: 'text', path: 'text' };

function isRuled(type: unknown): type is Type {
  return typeof type === 'function' && !unruled.has(type) && hasRules(type as Type);
}
