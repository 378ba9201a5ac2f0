import fc from 'fast-check';

/** Something that an answer told before, by its number; or words of the fuzzer's own. */
export type Filling = { readonly known: number } | { readonly text: string };

export const words = (...texts: readonly string[]) =>
  fc.constantFrom(...texts.map((text): Filling => ({ text })));

export const known: fc.Arbitrary<Filling> = fc.nat(1_000_000).map((number) => ({ known: number }));
