import { Unavailable } from '@vestigo/kernel';
import { KafkaJSError } from 'kafkajs';

/** The broker knows us and does not let us: asking again does not help, its access lists must change. */
export class AccessRefused extends Error {
  constructor(options: ErrorOptions) {
    super('the Kafka broker refuses access', options);
    this.name = 'AccessRefused';
  }
}

/** The cluster keeps no access lists: whoever reaches it may do everything, and nothing can be granted. */
export class NoAccessLists extends Error {
  constructor(options: ErrorOptions) {
    super('the Kafka cluster has no authorizer, so nothing can be granted on it', options);
    this.name = 'NoAccessLists';
  }
}

const refusals = [
  'TOPIC_AUTHORIZATION_FAILED',
  'GROUP_AUTHORIZATION_FAILED',
  'CLUSTER_AUTHORIZATION_FAILED',
  'SASL_AUTHENTICATION_FAILED',
];

/** No broker takes it, now or later. */
const misfits = ['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_TOPIC_EXCEPTION', 'POLICY_VIOLATION'];

/** kafkajs drops the answer of the broker here, be it a refusal or a broker that is still starting. */
const unknownCoordinator =
  'Kafka names no coordinator for the group: either it is starting, or its access lists do not grant us the group';

/** What an error of kafkajs means to us; time mends `Unavailable` and nothing else. */
export function meaningOf(error: unknown): unknown {
  const causes = causesOf(error);
  const isAny = (types: readonly string[]) => causes.some(({ type }) => types.includes(type ?? ''));
  if (isAny(refusals) || causes.some(({ name }) => name === 'KafkaJSSASLAuthenticationError')) {
    return new AccessRefused({ cause: error });
  }
  if (isAny(['SECURITY_DISABLED'])) return new NoAccessLists({ cause: error });
  if (!(error instanceof KafkaJSError) || isAny(misfits)) return error;
  if (causes.some(({ name }) => name === 'KafkaJSGroupCoordinatorNotFound')) {
    return new Unavailable(unknownCoordinator, { cause: error });
  }
  return new Unavailable(`Kafka does not answer: ${error.message}`, { cause: error });
}

interface Cause {
  readonly name?: string;
  readonly type?: string;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** kafkajs wraps the answer of the broker, sometimes more than once. */
function causesOf(error: unknown): readonly Cause[] {
  if (!(error instanceof Error)) return [];
  const { cause, errors = [] } = error as Cause;
  return [error, ...[cause, ...errors].flatMap(causesOf)];
}
