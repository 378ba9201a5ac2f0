import { isInForce } from '@vestigo/identity';
import { type EventStore, fold, idOf, type Instant } from '@vestigo/kernel';
import { atTheirDesks, type Change, type LoggedSubject, type LookedAtSubject } from '@vestigo/live';
import {
  crossHitWord,
  isSubmitted,
  tracingRequest,
  type TracingRequestEvent,
} from '@vestigo/requesting/domain';
import type { ImportFolder } from './imports/import-folder';
import type { KnownDirectory } from './known-directory';

interface LiveRequestParts {
  readonly store: Pick<EventStore, 'read'>;
  readonly directory: Pick<KnownDirectory, 'delegationsOf'>;
  readonly now: () => Instant;
}

/** Requests, for whoever `maySee` them: their State, liaison desks that it delegated to, the coordinator. */
export function liveRequests({ store, directory, now }: LiveRequestParts): LoggedSubject {
  return {
    kind: 'requests',
    categories: [tracingRequest.category, crossHitWord.category],
    async changeIn({ stream, event: { clock } }) {
      const id = idOf(stream);
      if (clock) return { id, states: [clock.requestingState] };
      const history = await store.read<TracingRequestEvent>(`${tracingRequest.category}-${id}`);
      const request = fold(tracingRequest, history);
      if (request.status === 'unknown') return undefined;
      const states = [request.parties.requestingState];
      return isSubmitted(request) ? { id, states } : { id, states, confined: true };
    },
    async mayLearn(actor, change) {
      if (actor.role !== 'liaison-desk') return atTheirDesks(actor, change);
      if (change.confined) return false;
      const at = now();
      const delegations = await directory.delegationsOf(change.states);
      return delegations.some((delegation) => delegation.desk === actor.desk && isInForce(delegation, at));
    },
  };
}

/** Files of many requests, for officers of the State that handed them in. */
export function liveImports(folder: Pick<ImportFolder, 'underWay' | 'find'>): LookedAtSubject {
  return {
    kind: 'imports',
    async look() {
      const ids = await folder.underWay();
      const found = await Promise.all(ids.map((id) => folder.find(id)));
      return found.flatMap((one): readonly (Change & { readonly mark: string })[] =>
        one ? [{ id: one.id, states: [one.state], confined: true, mark: JSON.stringify(one) }] : [],
      );
    },
    mayLearn: atTheirDesks,
  };
}
