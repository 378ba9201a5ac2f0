export * from './channel-access';
export * from './kafka-client';
export * from './kafka-settings';
export * from './kafka-transport';
export * from './provision';
export * from './refusal';
export { topicConfig, type TopicOptions } from './topic';
