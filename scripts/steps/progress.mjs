const seconds = (started) => `${((performance.now() - started) / 1000).toFixed(1)} s`;

/**
 * Does one slow step and shows it as one line, such as `Installing npm packages … 17.2 s`.
 * On a terminal the seconds count up while the step works.
 */
export async function step(title, action) {
  const started = performance.now();
  const { isTTY } = process.stdout;
  process.stdout.write(`${title} … `);
  const clock = isTTY ? setInterval(() => process.stdout.write(`\r${title} … ${seconds(started)} `), 1000) : undefined;
  try {
    const result = await action();
    process.stdout.write(isTTY ? `\r${title} … ${seconds(started)}  \n` : `${seconds(started)}\n`);
    return result;
  } catch (error) {
    process.stdout.write("failed\n");
    throw error;
  } finally {
    clearInterval(clock);
  }
}
