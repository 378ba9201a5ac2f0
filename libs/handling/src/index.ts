export * from './condition';
export * from './onward';
export * from './redaction';
export * from './release';
export * from './tighten';
