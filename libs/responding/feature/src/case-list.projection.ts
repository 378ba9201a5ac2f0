import { docket, type DocketSubject } from '@vestigo/docket';
import { keptText, matterOfCase } from '@vestigo/lifecycle';
import {
  type CaseBook,
  caseBook,
  type CaseStatus,
  currentCaseEvent,
  EMPTY_CASE_BOOK,
  isCaseEvent,
  traceCase,
  type TraceCaseEvent,
} from '@vestigo/responding/domain';

/** How the events of a case show on the responding desk's docket. */
export const caseDocket: DocketSubject<CaseStatus, TraceCaseEvent> = {
  name: 'case_list',
  category: traceCase.category,
  desk: 'respondingState',
  opens: 'CaseReceived',
  follow(text, stored) {
    if (!isCaseEvent(stored)) return undefined;
    const before = text === undefined ? EMPTY_CASE_BOOK : (JSON.parse(text) as CaseBook);
    const kept = caseBook(before, currentCaseEvent(stored));
    return { kept: keptText(kept), status: matterOfCase(kept.book).status };
  },
  priorityOf: (event) => (event.type === 'CaseReceived' ? event.data.priority : ''),
};

export const caseList = docket(caseDocket);
