/** A field in which what is written stands in its own direction. The component would put `dir` around the field, where nothing is written. */
export const OWN_DIRECTION = { attributes: { input: { dir: 'auto' } } } as const;
