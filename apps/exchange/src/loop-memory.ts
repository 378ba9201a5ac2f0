/** What the loops make lives shortly: it is collected early instead of in a heap that grows with the log. */
export const loopMemory = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 128 };
