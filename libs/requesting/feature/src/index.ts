export * from './requesting.command';
export { heardIn, repliesInbound } from './requesting.inbound';
export * from './requesting.module';
export { requestingOutbound } from './requesting.outbound';
export { requestList } from './request-list.projection';
export { GetRequest, ListRequests } from './request.query';
export type { TraceDetail } from './traces.dto';
