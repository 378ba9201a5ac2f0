export * from './testing/sample-photographs';
