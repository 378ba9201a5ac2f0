import { type Participant, participantFrom, type ParticipantEvent } from '@vestigo/directory/domain';
import type { EventStore } from '@vestigo/kernel';
import { familyOf, type ParticipantNoticed, type Said, saidOf } from './participant-rows';

/** A State as its stream `<category>-<code>` tells of it: what the view says once it has read that, at the price of a read each time. */
export async function recordedParticipant(
  store: EventStore,
  category: string,
  code: string,
): Promise<Participant> {
  const events = await store.read<ParticipantEvent | ParticipantNoticed>(`${category}-${code}`);
  const lastSaid = new Map<string, Said>();
  for (const said of events.map(saidOf)) {
    const family = familyOf(said.event.type);
    if (family !== undefined) lastSaid.set(`${family} ${String(said.version)}`, said);
  }
  return participantFrom([...lastSaid.values()]);
}
