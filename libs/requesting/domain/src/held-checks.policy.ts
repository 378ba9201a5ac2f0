import { mayRelease } from '@vestigo/handling';
import { Rejection } from '@vestigo/kernel';
import { handlingOfCheck } from '@vestigo/lifecycle';
import type { SubmitRequest } from './tracing-request.commands';

/**
 * What keeps a request from being sent because of what it tells of another State's answer: whoever gave it lets an officer of the State that
 * is asked, and who is told this intended use, not read it (ITI 15). History that is taken over stays as it was.
 */
export function mayHandOn(command: SubmitRequest): Rejection | undefined {
  const { content, respondingState, imported, now } = command;
  const next = { state: respondingState, role: 'officer', purpose: content.intendedUse };
  const faults = (content.priorChecks ?? []).flatMap(({ handling }, index) => {
    if (!handling || imported) return [];
    const decision = mayRelease(handlingOfCheck(handling, respondingState, command), 'read', next, now);
    if (decision.released) return [];
    const [{ reason, clause }] = decision.deniedBy;
    const pointer = `/priorChecks/${String(index)}/handling`;
    return [{ pointer, detail: `must let the State that is asked read it (${clause}). ${reason}` }];
  });
  if (faults.length === 0) return undefined;
  return new Rejection(
    'invalid',
    'check-not-for-this-state',
    'A prior check tells of an answer that its giver does not let this State read, or not for this use. Leave it out, or ask for consent.',
    faults,
  );
}
