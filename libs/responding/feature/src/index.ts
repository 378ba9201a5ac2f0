export { GetCase, ListCases } from './case.query';
export * from './responding.command';
export { type DeskClock, requestsInbound, wordIn } from './responding.inbound';
export * from './responding.module';
export { respondingOutbound } from './responding.outbound';
export { caseList } from './case-list.projection';
