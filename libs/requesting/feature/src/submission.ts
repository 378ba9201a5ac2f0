import { occurrenceOf } from '@vestigo/http';
import type { Instant } from '@vestigo/kernel';
import type { SubmitRequest } from '@vestigo/requesting/domain';
import type { SubmitRequestDto } from './request-content.dto';
import { contentOf } from './request-form';

export interface Sender {
  readonly requestId: string;
  readonly requestingState: string;
  readonly now: Instant;
  /** The State's policy asks for a second officer. */
  readonly reviewRequired?: boolean;
}

/** The command to send what a form says. Throws `Rejection` for a form that says too little or too much. */
export function submissionOf(
  form: SubmitRequestDto,
  { requestId, requestingState, now, reviewRequired = false }: Sender,
): SubmitRequest {
  const { imported = false, respondingState } = form;
  return {
    type: 'SubmitRequest',
    by: requestingState,
    ...occurrenceOf(form, now),
    requestId,
    requestingState,
    respondingState,
    imported,
    content: contentOf(form),
    reviewRequired,
  };
}
