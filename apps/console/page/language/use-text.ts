import { useSyncExternalStore } from 'react';
import { type PrimitiveType, useIntl } from 'react-intl';
import type { MessageId } from '../messages/areas';
import { type Speech, speech } from './speech';

export const useSpeech = (): Speech => useSyncExternalStore(speech.subscribe, speech.get);

/** Says a message. An id that is in no English file is refused by the compiler. */
export type Text = (id: MessageId, values?: Readonly<Record<string, PrimitiveType>>) => string;

export function useText(): Text {
  const intl = useIntl();
  return (id, values) => intl.formatMessage({ id }, values);
}
