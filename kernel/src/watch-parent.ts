const everyMs = 1000;

/** A kernel whose client is gone has nobody to serve: notices that its parent is another process than at the start. */
export function watchParent(parent: number, onGone: () => void): void {
  if (parent <= 1) return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, everyMs);
  timer.unref();
}
