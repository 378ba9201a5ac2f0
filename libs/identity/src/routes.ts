import type { INestApplicationContext, Type } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { ACCESS, type Access } from './access.decorators';

type Handler = (...args: never[]) => unknown;

/** A method of a controller that answers requests. */
export interface Route {
  /** `<controller>.<method>` */
  readonly name: string;
  readonly controller: Type;
  readonly method: string;
  readonly handler: Handler;
  /** Undefined when the route declares none: then it is closed to everybody. */
  readonly access: Access | undefined;
}

export function routesOf(app: INestApplicationContext): readonly Route[] {
  const scanner = new MetadataScanner();
  return [...app.get(ModulesContainer).values()]
    .flatMap(({ controllers }) => [...controllers.values()])
    .flatMap(({ metatype }) => (isClass(metatype) ? routesOfController(metatype, scanner) : []));
}

/** For start-up and tests: throws with the names of all routes that say neither `@Public` nor `@Allow`. */
export function assertEveryRouteIsGuarded(app: INestApplicationContext): void {
  const open = routesOf(app).filter(({ access }) => access === undefined);
  if (open.length > 0) {
    throw new Error(`Say @Allow(…) or @Public() on ${open.map(({ name }) => name).join(', ')}.`);
  }
}

const reflector = new Reflector();

/** What the handler declares, else its controller. */
export function accessOf(controller: Type, handler: Parameters<Reflector['get']>[1]): Access | undefined {
  return reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, controller]);
}

function routesOfController(controller: Type, scanner: MetadataScanner): readonly Route[] {
  const prototype: unknown = controller.prototype;
  if (typeof prototype !== 'object' || prototype === null) return [];
  return scanner.getAllMethodNames(prototype).flatMap((method) => {
    const handler: unknown = Reflect.get(prototype, method);
    if (!isHandler(handler) || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    const access = accessOf(controller, handler);
    return [{ name: `${controller.name}.${method}`, controller, method, handler, access }];
  });
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

function isClass(value: unknown): value is Type {
  return typeof value === 'function' && 'prototype' in value;
}
