import type { TrailOf } from '../trails';

/** Of a desk that has sent no request before. */
export const noTrail: TrailOf = () => Promise.resolve([]);
