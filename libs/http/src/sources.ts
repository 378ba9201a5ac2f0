/** Provider token of `() => Instant`: the clock of the process. */
export const NOW = Symbol('NOW');

/** Provider token of `() => string`: new ids (UUIDv7). */
export const NEW_ID = Symbol('NEW_ID');

/** Provider token of `KnownPhotographs`. */
export const KNOWN_PHOTOGRAPHS = Symbol('KNOWN_PHOTOGRAPHS');
