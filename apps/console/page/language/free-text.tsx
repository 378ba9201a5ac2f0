import { useText } from './use-text';

interface FreeTextProps {
  readonly children: string;
  /** BCP 47, where the writer has said it; unknown when absent. */
  readonly language?: string;
}

/** What somebody wrote: shown as it was written, in its own direction, and marked as not translated. */
export function FreeText({ children, language }: FreeTextProps) {
  const text = useText();
  return (
    <span dir="auto" lang={language ?? 'und'} title={text('shell.freeText')} translate="no">
      {children}
    </span>
  );
}
