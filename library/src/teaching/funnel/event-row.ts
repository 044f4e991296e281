import type { ChannelId, EventId, PlanId, PlatformId } from "./words.js";

/** One row of the log in no language yet; times in seconds since 1970. */
export interface EventRow {
  /** Nothing where the row came without an id. */
  readonly user: string | undefined;
  readonly time: number;
  readonly event: EventId;
  readonly session: string;
  readonly platform: PlatformId;
  readonly channel: ChannelId;
  /** Known from the trial on. */
  readonly plan: PlanId | undefined;
  /** Only on paid orders. */
  readonly cents: number | undefined;
}
