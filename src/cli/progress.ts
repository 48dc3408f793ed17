const WIDTH = 30;

/** A bar on standard error while the classifier trains; a line each quarter where there is no terminal. */
export function trainingProgress(out: NodeJS.WriteStream = process.stderr): (done: number) => void {
  const started = Date.now();
  let quarter = 0;
  return (done) => {
    const seconds = ((Date.now() - started) / 1_000).toFixed(0);
    if (out.isTTY) {
      const filled = Math.round(done * WIDTH);
      out.write(
        `\rtraining the classifier ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.round(done * 100)} % ${seconds} s`,
      );
      if (done >= 1) out.write('\n');
      return;
    }
    if (done * 4 < quarter + 1) return;
    quarter = Math.floor(done * 4);
    out.write(`training the classifier: ${quarter * 25} % (${seconds} s)\n`);
  };
}
