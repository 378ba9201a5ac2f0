export * from './addressing';
export { type ConditionData, ITEM_ANSWER_SCHEMA, type ItemAnswerData } from './answer-schema';
export { asyncApi } from './async-api';
export * from './channels';
export { decode, encode } from './codec';
export * from './dead-letters';
export * from './fact-reporting';
export * from './inbound';
export * from './item-data';
export * from './messages';
export * from './notices';
export type { ParticipantChange, ParticipantData } from './participant-notice';
export { receivedId } from './received-id';
export {
  keepRefused,
  type MessageRefused,
  receiptOf,
  type RefusedCategory,
  type RefusedMessageEvent,
  type RerunOutcome,
} from './refused-message';
export * from './rerun';
export type { RequestData } from './request-data';
export { requestSchema as REQUEST_SCHEMA } from './request-schema';
export { MESSAGE_SCHEMAS, typeOf } from './schemas';
export { isSaidBy, type MessageOf } from './speakers';
