import { Rejection } from '@vestigo/kernel';
import { decodeNotice, type Inbound, noticeTypeOf } from '@vestigo/protocol';
import { takePart } from './incoming-parts';
import type { PhotographStore } from './photograph-store';

const type = noticeTypeOf('photograph-part');

/**
 * Follows what comes into the letter box of requests: parts of photographs itself, all else as before. A photograph that does not
 * arrive whole keeps no request from its answer: the case shows what is missing, and it can be asked for (ITI 21).
 */
export const withPhotographs =
  (store: PhotographStore) =>
  (requests: Inbound): Inbound => ({
    refused: requests.refused,
    async follow(message) {
      // Looked for before the text is read as JSON: most messages are none, and a part is long.
      const notice = message.body.includes(type) ? decodeNotice(message.body) : undefined;
      if (notice === undefined) return requests.follow(message);
      if (notice instanceof Rejection) return notice;
      if (notice.kind !== 'photograph-part') return requests.follow(message);
      await takePart(store, notice.data);
      return undefined;
    },
  });
