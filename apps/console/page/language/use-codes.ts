import { useIntl } from 'react-intl';
import type { CodeId } from '../messages/areas';

/** The lists of codes: `ground` in `ground.ILL_EMBARGO`. */
export type CodeKind = CodeId extends `codes.${infer Kind}.${string}` ? Kind : never;

export interface Codes {
  /** A code in the reader's language; one that the page does not know yet is shown as it is. */
  code(kind: CodeKind, value: string): string;
}

export function useCodes(): Codes['code'] {
  const { messages, formatMessage } = useIntl();
  return (kind, value) => {
    const id = `codes.${kind}.${value}`;
    return id in messages ? formatMessage({ id }) : value;
  };
}
