/** Where the grades end, by the share of the people learnt from who are likelier. */
const gradeEnds = [0.1, 0.3, 0.6] as const;
/** Shares that were counted are no less than what they are by a hair of binary noise. */
const hair = 1e-9;

/** The tenth of the people learnt from that a rank (share of likelier people) belongs to, 1 the likeliest. */
export const decileOf = (rank: number): number => Math.min(10, 1 + Math.floor(rank * 10 + hair));

/** The grade that a rank belongs to, A the likeliest tenth. */
export const gradeOf = (rank: number): string => "ABCD"[gradeEnds.filter((end) => rank >= end - hair).length] ?? "D";
