/** What a chart takes from the page around it. */
export interface Look {
  readonly ink: string;
  readonly pale: string;
  readonly line: string;
  readonly font: string;
  readonly colours: Colours;
  readonly rightToLeft: boolean;
  readonly still: boolean;
}

export interface Colours {
  readonly full: string;
  readonly part: string;
  readonly refused: string;
  readonly open: string;
}

/** Told apart by lightness as well as by hue; at least 3:1 against their ground (WCAG 2.2, 1.4.11). */
const light: Colours = { full: '#0b4684', part: '#3a78c9', refused: '#c2410c', open: '#868e96' };
const dark: Colours = { full: '#5e92d2', part: '#afc9e8', refused: '#ff8a4c', open: '#868e96' };

export const coloursOf = (scheme: 'light' | 'dark'): Colours => (scheme === 'dark' ? dark : light);

export function lookOf(element: HTMLElement, scheme: 'light' | 'dark'): Look {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: style.color,
    pale: colour('--mantine-color-dimmed') || style.color,
    line: scheme === 'dark' ? '#424242' : '#dee2e6',
    font: style.fontFamily,
    colours: coloursOf(scheme),
    rightToLeft: style.direction === 'rtl',
    still: matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}
