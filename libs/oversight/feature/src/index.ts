export { latestKnown } from './as-of';
export * from './deadline-watch.process';
export * from './deadlines.query';
export * from './oversight.module';
export * from './pair-years.query';
export { ListPairs, type PairLine, type PairQuery } from './pairs.query';
export { receptionOf, reportsInbound } from './reported-facts.inbound';
export { requestClocks } from './request-clock.projection';
