import { Rejection } from '@vestigo/kernel';
import type { SubmittedRequest } from './tracing-request';
import type { RecordConsentDelivery } from './tracing-request.commands';
import type { TracingRequestEvent } from './tracing-request.events';

/** Word that the State asked has received a question for consent: its clock runs from there. Received once wins. */
export function questionDelivered(
  { at, consent, respondedAt }: RecordConsentDelivery,
  { book, consentsDelivered }: SubmittedRequest,
): readonly TracingRequestEvent[] | Rejection {
  if (!book.own.some((act) => act.kind === 'ask-consent' && act.said.consent === consent)) {
    return new Rejection('invalid', 'consent-not-asked', 'No consent was asked for under this number.');
  }
  if (consentsDelivered.includes(consent)) return [];
  const data = { consent, respondedAt };
  return [{ type: 'ConsentQuestionDelivered', occurredAt: at, clock: null, data }];
}
