export * from './addressing';
export { decode, encode } from './codec';
export * from './messages';
export { receivedId } from './received-id';
export * from './refused-message';
export { MESSAGE_SCHEMAS, typeOf } from './schemas';
