/** Bins of one width in seconds. */
export interface BinPlan {
  readonly from: number;
  readonly width: number;
  readonly count: number;
}

const mostBins = 60;

/**
 * How conversion times are cut into bins, in seconds.
 *
 * Method: PostHog's: the cube root of the number of times, rounded up (at most 60), as many bins of whole seconds as that from the shortest to
 * the longest time. Where the longest time is the end of the last bin, one more bin holds it.
 * Checked: PostHog's own case, 2220, 3600 and 82800 s: edges 2220, 42510, 82800 with 2, 0 and 1.
 *
 * @param times how many times there are, the shortest and the longest
 * @param bins how many bins (default: the cube root)
 */
export function planBins(
  { n, least, most }: { readonly n: number; readonly least: number; readonly most: number },
  bins?: number,
): BinPlan {
  const asked = bins ?? Math.min(mostBins, Math.max(1, Math.ceil(Math.cbrt(n) - 1e-9)));
  const from = Math.floor(least);
  const width = Math.max(1, Math.ceil((most - from) / asked));
  return { from, width, count: Math.max(asked, Math.floor((most - from) / width) + 1) };
}
