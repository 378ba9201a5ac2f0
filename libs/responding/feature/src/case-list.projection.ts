import { docket, type DocketSubject } from '@vestigo/docket';
import { type CaseStatus, traceCase, type TraceCaseEvent } from '@vestigo/responding/domain';

/** How the events of a case show on the responding desk's docket. */
export const caseDocket: DocketSubject<CaseStatus, TraceCaseEvent> = {
  name: 'case_list',
  category: traceCase.category,
  desk: 'respondingState',
  opens: 'CaseReceived',
  statusAfter: {
    CaseReceived: 'received',
    CaseAcknowledged: 'acknowledged',
    CaseAnswered: 'answered',
    CaseRefused: 'refused',
    CaseWithdrawn: 'withdrawn',
    CaseClosed: 'closed',
  },
  priorityOf: (event) => (event.type === 'CaseReceived' ? event.data.priority : ''),
  final: ['withdrawn', 'closed'],
};

export const caseList = docket(caseDocket);
