export * from './testing/kurrent-server';
export * from './testing/stand-in';
export * from './testing/stand-in-process';
