import { WRITING } from '../data/kept-client';

/** Under this key a request that was begun and neither sent nor kept as a draft stays on the device, until its officer signs out. */
export const begunKey = [WRITING, 'request'] as const;
