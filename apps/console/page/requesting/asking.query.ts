import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { isRecord } from '../matters/writing';

/** The States that take part, with the point of contact in force. */
export const participantsQuery = () =>
  queryOptions({
    queryKey: ['directory', 'participants'],
    queryFn: async () => {
      const participants: Schemas['ParticipantView'][] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const query = { limit: 200, ...(cursor !== undefined && { cursor }) };
        const { items, next } = await answerOf(api.GET('/v1/participants', { params: { query } }));
        participants.push(...items);
        cursor = next;
      }
      return participants;
    },
    staleTime: 600_000,
  });

const isMarks = (value: unknown): value is Schemas['MarkedArmDto'] => isRecord(value);

export type StateCode = Schemas['SubmitRequestDto']['respondingState'];

export const isStateCode = (code: string | undefined): code is StateCode => /^[A-Z]{3}$/.test(code ?? '');

/** Whom to ask about an arm, by its marks as JSON; `null` while it has none. Nothing of it is stored. */
export const suggestionsQuery = (marks: string) =>
  queryOptions({
    queryKey: ['directory', 'suggestions', marks],
    queryFn: async () => {
      const body: unknown = JSON.parse(marks);
      if (!isMarks(body)) return [];
      return (await answerOf(api.POST('/v1/directory/suggestions', { body }))).items;
    },
    enabled: marks !== 'null',
    gcTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
  });

/** A request pre-filled from the answer that names a further State; read once, since it is written on. */
export const followOnQuery = (id: string, item: number, state?: string) =>
  queryOptions({
    queryKey: ['follow-on', id, item, state ?? ''],
    queryFn: () =>
      answerOf(
        api.GET('/v1/requests/{id}/follow-on', {
          params: {
            path: { id },
            query: { item, ...(isStateCode(state) && { state }) },
          },
        }),
      ),
    staleTime: Infinity,
    gcTime: 0,
  });
