export * from './clock-tally';
export * from './deadline-ledger';
export * from './due-dates';
export * from './kaplan-meier';
export type { CountedClock } from './known-clock';
export * from './pair-figures';
export * from './request-clock';
export * from './reported-clock';
