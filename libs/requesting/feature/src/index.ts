export * from './requesting.command';
export { isReply, repliesInbound, replyIn } from './requesting.inbound';
export * from './requesting.module';
export { requestingOutbound } from './requesting.outbound';
export { requestList } from './request-list.projection';
export { GetRequest, ListRequests } from './request.query';
export type { TraceDetail } from './traces.dto';
