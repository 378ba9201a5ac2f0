export * from './addressing';
export { decode, encode } from './codec';
export * from './fact-reporting';
export * from './messages';
export * from './notices';
export { receivedId } from './received-id';
export * from './refused-message';
export { MESSAGE_SCHEMAS, typeOf } from './schemas';
