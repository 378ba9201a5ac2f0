import { ThemeIcon, Tooltip } from '@mantine/core';
import { IconBolt, IconPlugConnected, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useText } from '../language/use-text';
import { POLL_MS } from './live-link';
import { useLive } from './use-live';

const shown = {
  live: { Icon: IconBolt, label: 'shell.live' },
  polling: { Icon: IconRefresh, label: 'shell.livePolling' },
  connecting: { Icon: IconPlugConnected, label: 'shell.liveConnecting' },
  resting: { Icon: IconPlugConnectedX, label: 'shell.liveResting' },
} as const;

/** How what is shown is kept up to date. */
export function LiveIndicator() {
  const text = useText();
  const state = useLive();
  const { Icon, label } = shown[state];
  const said = text(label, { seconds: POLL_MS / 1000 });
  return (
    <Tooltip label={said} openDelay={300} events={{ hover: true, focus: true, touch: true }}>
      <ThemeIcon
        role="img"
        aria-label={said}
        tabIndex={0}
        variant="transparent"
        c="dimmed"
        size="sm"
        data-live={state}
      >
        <Icon size={18} aria-hidden />
      </ThemeIcon>
    </Tooltip>
  );
}
