export * from './testing/kafka-for-tests';
export * from './testing/running-kafka';
