import type { TrailOf } from '../trace.query';

/** Of a desk that has sent no request before. */
export const noTrail: TrailOf = () => Promise.resolve([]);
