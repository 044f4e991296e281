import type { ChannelId, StepId } from "./words.js";

/** What can be planted: a trial sign-up that leaks more than any other step, or a funnel in which all steps leak alike. */
export const funnelStories = ["leak", "even"] as const;
export type FunnelStory = (typeof funnelStories)[number];

/** Channels that bring users, with their shares. */
export const channelShares: readonly (readonly [ChannelId, number])[] = [
  ["organic", 0.35],
  ["search", 0.25],
  ["social", 0.2],
  ["email", 0.12],
  ["referral", 0.08],
];

/** Share of users who watch the demo, whatever their channel. */
export const demoShare = 0.3;

/** Shares that stop before each step, the first of which everyone reaches. */
type Losses = Readonly<Record<Exclude<StepId, "landing">, number>>;

interface Plan {
  readonly losses: Losses;
  /** The step that leaks most, and the channel in which it leaks even more. */
  readonly leak?: { readonly step: keyof Losses; readonly channel: ChannelId; readonly loss: number };
  /** The step at which those who watched the demo go on more often. */
  readonly driver?: { readonly step: keyof Losses; readonly loss: number };
}

const plans: Readonly<Record<FunnelStory, Plan>> = {
  leak: {
    losses: { pricing: 0.22, trial: 0.4, project: 0.25, order: 0.3 },
    leak: { step: "trial", channel: "social", loss: 0.56 },
    driver: { step: "order", loss: 0.12 },
  },
  even: { losses: { pricing: 0.3, trial: 0.3, project: 0.3, order: 0.3 } },
};

export const planOf = (story: FunnelStory): Plan => plans[story];

const shareOf = (channel: ChannelId): number => channelShares.find(([id]) => id === channel)?.[1] ?? 0;

/** What the others lose when a part of them loses `loss`, so that all together lose `all`. */
const loss = (all: number, part: number, loss: number): number => (all - part * loss) / (1 - part);

/** The chance that a user of this channel, with or without the demo, goes on to a step. */
export function stepChance(story: FunnelStory, step: keyof Losses, user: { channel: ChannelId; hasDemo: boolean }): number {
  const { losses, leak, driver } = plans[story];
  const all = losses[step];
  if (leak?.step === step) return 1 - (user.channel === leak.channel ? leak.loss : loss(all, shareOf(leak.channel), leak.loss));
  if (driver?.step === step) return 1 - (user.hasDemo ? driver.loss : loss(all, demoShare, driver.loss));
  return 1 - all;
}
