/** Shows how far a long piece of work is: a bar on a terminal, a line for each tenth elsewhere. */
export interface Progress {
  add(count: number): void;
  end(): void;
}

const width = 30;

export function progressOf(label: string, total: number, out: NodeJS.WriteStream = process.stderr): Progress {
  let done = 0;
  let shown = -1;
  const started = Date.now();
  const show = (line: string) => out.write(out.isTTY ? `\r${line}` : `${line}\n`);
  return {
    add(count) {
      done += count;
      const steps = out.isTTY ? 100 : 10;
      const step = Math.floor((done / total) * steps);
      if (step === shown) return;
      shown = step;
      const filled = Math.min(width, Math.round((done / total) * width));
      const rate = Math.round(done / Math.max(0.001, (Date.now() - started) / 1000));
      show(
        `${label} [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${String(done)}/${String(total)}, ${String(rate)} a second`,
      );
    },
    end() {
      if (out.isTTY) out.write('\n');
    },
  };
}
