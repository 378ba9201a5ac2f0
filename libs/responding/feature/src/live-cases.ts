import { type EventStore, fold, idOf } from '@vestigo/kernel';
import { atTheirDesks, type LoggedSubject } from '@vestigo/live';
import { crossHitNotice, traceCase, type TraceCaseEvent } from '@vestigo/responding/domain';

/** Cases, for the State that is asked, and the coordinator. */
export const liveCases = (store: Pick<EventStore, 'read'>): LoggedSubject => ({
  kind: 'cases',
  categories: [traceCase.category, crossHitNotice.category],
  async changeIn({ stream, event: { clock } }) {
    const id = idOf(stream);
    if (clock) return { id, states: [clock.respondingState] };
    const history = await store.read<TraceCaseEvent>(`${traceCase.category}-${id}`);
    const found = fold(traceCase, history);
    return found.status === 'unknown' ? undefined : { id, states: [found.parties.respondingState] };
  },
  mayLearn: atTheirDesks,
});
