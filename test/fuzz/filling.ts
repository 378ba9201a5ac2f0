import fc from 'fast-check';
import type { Schema } from './api-document';
import { type Familiar, valid } from './valid-values';

/** Something that an answer told before, by its number, or what stands for it while none did; or words of the fuzzer's own. */
export type Filling = { readonly known: number; readonly otherwise: string } | { readonly text: string };

export const words = (...texts: readonly string[]) =>
  fc.constantFrom(...texts.map((text): Filling => ({ text })));

export const known = (schema: Schema, familiar: Familiar): fc.Arbitrary<Filling> =>
  fc.record({ known: fc.nat(1_000_000), otherwise: valid(schema, familiar).map(String) });

/** The tag of a version. */
export const knownTag = known({ enum: ['"1"'] }, new Set());
