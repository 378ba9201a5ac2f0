import { useIntl } from 'react-intl';

interface InstantProps {
  /** ISO 8601. */
  readonly at: string;
  /** IANA name; the zone of the reader's machine when absent. */
  readonly timeZone?: string;
}

/** Date and time in the reader's language, always with the zone: two desks read the same instant on different clocks. */
export function Instant({ at, timeZone }: InstantProps) {
  const intl = useIntl();
  const text = intl.formatDate(at, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(timeZone !== undefined && { timeZone }),
  });
  return <time dateTime={at}>{text}</time>;
}

/** The day alone, where the hour says nothing; the instant stands in its title. */
export function Day({ at, timeZone }: InstantProps) {
  const intl = useIntl();
  const zone = timeZone !== undefined && { timeZone };
  const text = intl.formatDate(at, { year: 'numeric', month: 'short', day: 'numeric', ...zone });
  return (
    <time dateTime={at} title={intl.formatDate(at, { dateStyle: 'full', timeStyle: 'long', ...zone })}>
      {text}
    </time>
  );
}
