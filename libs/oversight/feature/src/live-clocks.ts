import { atTheirDesks, type LoggedSubject } from '@vestigo/live';
import { clockFactTypes } from '@vestigo/oversight/domain';

const counted: ReadonlySet<string> = new Set(clockFactTypes);

/** Clocks and figures, for both States and the coordinator: by the facts that they are folded from (of these categories of streams). */
export const liveClocks = (categories?: readonly string[]): LoggedSubject => ({
  ...(categories && { categories }),
  kind: 'oversight',
  changeIn({ event: { type, clock } }) {
    if (!clock || !counted.has(type)) return undefined;
    return { id: clock.requestId, states: [clock.requestingState, clock.respondingState] };
  },
  mayLearn: atTheirDesks,
});
