import { answerDataOfV1, type AnswerDataV1, answerSchemaV1 } from './answer-v1.upcast';
import type { MessageKind } from './messages';
import { requestDataOfV1, type RequestDataV1, requestSchemaV1 } from './request-v1.upcast';

/** A version of a message that is no longer sent and still understood. */
export interface EarlierVersion {
  readonly kind: MessageKind;
  readonly version: number;
  /** JSON Schema of its data. */
  readonly data: object;
  /** Its data, checked against that schema, in the form of the current version. */
  readonly current: (data: unknown) => unknown;
}

export const EARLIER_VERSIONS: readonly EarlierVersion[] = [
  {
    kind: 'request-submitted',
    version: 1,
    data: requestSchemaV1,
    current: (data) => requestDataOfV1(data as RequestDataV1),
  },
  {
    kind: 'request-answered',
    version: 1,
    data: answerSchemaV1,
    current: (data) => answerDataOfV1(data as AnswerDataV1),
  },
];

/** The version in which a kind of message is sent: one more than those that it had before. */
export function versionOf(kind: MessageKind): number {
  return 1 + EARLIER_VERSIONS.filter((earlier) => earlier.kind === kind).length;
}
