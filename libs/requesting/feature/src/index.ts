export * from './requesting.command';
export * from './requesting.module';
export { GetRequest, ListRequests } from './request.query';
