/**
 * What the loops make lives for less than a second: in a young generation of 96 MB (three spaces of 32) most of it is collected before it grows
 * old, and an old one that may grow to 512 MB is not searched again and again meanwhile.
 */
export const loopMemory = { maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 512 };
