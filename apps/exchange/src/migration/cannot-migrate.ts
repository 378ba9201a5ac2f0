/** A migration that cannot go on; the message says why and what to do. */
export class CannotMigrate extends Error {}
