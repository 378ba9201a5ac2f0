import { DirectionProvider, useDirection } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { IntlProvider } from 'react-intl';
import { directionOf } from './languages';
import { useSpeech } from './use-text';

/** Everything beneath speaks the language of the reader, in its direction. */
export function Speaking({ children }: { readonly children: ReactNode }) {
  const { language, messages } = useSpeech();
  return (
    <DirectionProvider detectDirection={false} initialDirection={directionOf(language)}>
      <Direction />
      <IntlProvider locale={language} messages={messages}>
        {children}
      </IntlProvider>
    </DirectionProvider>
  );
}

function Direction() {
  const { language } = useSpeech();
  const { setDirection } = useDirection();
  useEffect(() => {
    document.documentElement.lang = language;
    setDirection(directionOf(language));
  }, [language, setDirection]);
  return null;
}
