import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** White on the primary shade, and the shade on white, have more than 4.5:1 (WCAG 2.2, 1.4.3): 7.0:1 in light, 5.5:1 in dark. */
export const theme = createTheme({
  primaryColor: 'trail',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontFamily:
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans SC', sans-serif",
  colors: {
    trail: [
      '#eef4fb',
      '#d9e5f4',
      '#afc9e8',
      '#83abdc',
      '#5e92d2',
      '#4781cc',
      '#3a78c9',
      '#2b66b2',
      '#1b559b',
      '#0b4684',
    ],
  },
});

/** Mantine's greys and reds for small print are too pale for small print. */
export const legible: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
  },
  dark: {
    // On the line that is pointed at, too.
    '--mantine-color-anchor': 'var(--mantine-color-trail-3)',
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
  },
});
