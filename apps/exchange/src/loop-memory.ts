/**
 * What the loops make lives for less than a second: a young generation of three spaces of 32 MB collects most of it before it grows old, and an
 * old one of no less than 512 MB is not searched again and again meanwhile.
 */
export const loopMemory = { maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 512 };
