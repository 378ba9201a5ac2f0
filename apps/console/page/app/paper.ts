/** Paper is white, whatever the colours of the screen; those come back when it is printed. */
export function printInLight(): void {
  const root = document.documentElement;
  const scheme = 'data-mantine-color-scheme';
  let before: string | null = null;
  const turn = (printing: boolean) => {
    if (printing && before === null) {
      before = root.getAttribute(scheme);
      root.setAttribute(scheme, 'light');
    } else if (!printing && before !== null) {
      root.setAttribute(scheme, before);
      before = null;
    }
  };
  addEventListener('beforeprint', () => turn(true));
  addEventListener('afterprint', () => turn(false));
  matchMedia('print').addEventListener('change', ({ matches }) => turn(matches));
}
