import type { Type } from '@nestjs/common';
import { ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';

const forms = new Set<Type>();

/** DTO classes that answers hold: described by their rules, as those of bodies are. */
export const answeredForms: ReadonlySet<Type> = forms;

/** A field of an answer that has the form of a DTO class, whose rules describe it. */
export function ApiForm(type: Type, description: string): PropertyDecorator {
  forms.add(type);
  return ApiPropertyOptional({ allOf: [{ $ref: getSchemaPath(type) }], description });
}
