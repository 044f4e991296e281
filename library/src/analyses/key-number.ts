/** One of the three numbers that a report opens with. */
export interface KeyNumber {
  readonly label: string;
  readonly value: string;
  /** The interval, or what the number is counted over. */
  readonly note: string;
}
