const millisecondsPerDay = 86_400_000;

/** A date such as `2011-12-10` as days since 1970-01-01. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay);

/** Days since 1970-01-01 as a date such as `2011-12-10`. */
export const dayText = (day: number): string => new Date(day * millisecondsPerDay).toISOString().split("T")[0] ?? "";
