export * from './requesting.command';
export { repliesInbound } from './requesting.inbound';
export * from './requesting.module';
export { GetRequest, ListRequests } from './request.query';
