import type { Blocks } from "./compare-metrics.js";
import type { ArmDecision, ComparisonValues, DecisionReason, MetricValues, PlanValues, SegmentsValues, Unlike } from "./values.js";

interface Grounds {
  readonly metrics: readonly MetricValues[];
  readonly plan: PlanValues;
  readonly blocks: Blocks;
  readonly unlike: readonly Unlike[];
  readonly segments: SegmentsValues | undefined;
}

const ofArm = (metrics: readonly MetricValues[], role: MetricValues["role"], arm: string): ComparisonValues[] =>
  metrics.filter((metric) => metric.role === role).flatMap(({ comparisons }) => comparisons.filter((one) => one.arm === arm));

/** A test of fixed length says nothing good before its end; harm may be acted on at any time. */
const isEarly = ({ state, isSequential }: PlanValues): boolean => state === "not-reached" && !isSequential;

/**
 * What to do with an arm.
 *
 * A broken test is mended first, and one whose arms are unlike is not acted on. Harm to a guardrail or to a deciding metric stops the arm. A win ships when the planned end is reached (or the
 * test is sequential), no single unit makes it and no guardrail with a margin is open. No clear difference at the end of the plan is no reason
 * to ship; before it, or with too few units, the test goes on.
 */
function decideArm(grounds: Grounds, arm: string): ArmDecision {
  const { metrics, plan, blocks } = grounds;
  const primary = ofArm(metrics, "primary", arm);
  const guardrails = ofArm(metrics, "guardrail", arm);
  const says = (conclusion: ComparisonValues["conclusion"]) => primary.some((one) => one.conclusion === conclusion);
  const told = (decision: ArmDecision["decision"], reasons: readonly DecisionReason[]): ArmDecision => ({ arm, decision, reasons });
  if (blocks.length > 0) return told("fix-the-test", blocks);
  const harm: DecisionReason[] = [
    ...unlikeReasons(grounds, primary),
    ...(guardrails.some(({ guardrail }) => guardrail === "harmed") ? (["guardrail-harmed"] as const) : []),
    ...(says("clear-loss") ? (["primary-loss"] as const) : []),
  ];
  if (harm.length > 0) return told("do-not-ship", harm);
  const early: DecisionReason[] = isEarly(plan) ? ["before-planned-end"] : [];
  if (says("too-few")) return told("keep-running", ["primary-too-few", ...early]);
  if (!says("clear-win")) {
    const goesOn = early.length > 0 || (plan.isSequential && plan.state !== "reached");
    return told(goesOn ? "keep-running" : "do-not-ship", [...early, "primary-no-clear-difference"]);
  }
  const doubts: DecisionReason[] = [
    ...(primary.some(({ reasons }) => reasons.includes("one-unit-decides")) ? (["one-unit-decides"] as const) : []),
    ...early,
    ...(guardrails.some(isOpen(metrics)) ? (["guardrail-open"] as const) : []),
  ];
  return told(doubts.length > 0 ? "keep-running" : "ship", [...doubts, "primary-win"]);
}

/** Reasons why the arms cannot be compared as they are, though their sizes fit. */
function unlikeReasons({ segments, unlike }: Grounds, primary: readonly ComparisonValues[]): DecisionReason[] {
  const isTurned = segments?.tests.some(
    ({ isSimpson, metric, arm }) => isSimpson && primary.some((one) => one.metric === metric && one.arm === arm),
  );
  return [...(isTurned ? (["simpson"] as const) : []), ...(unlike.length > 0 ? (["arms-unlike"] as const) : [])];
}

/** Without a margin a guardrail with too few units stops nothing. */
const isOpen =
  (metrics: readonly MetricValues[]) =>
  ({ metric, guardrail }: ComparisonValues): boolean =>
    guardrail === "open" && metrics.some(({ id, margin }) => id === metric && margin !== undefined);

const order: readonly ArmDecision["decision"][] = ["fix-the-test", "ship", "keep-running", "do-not-ship"];

/** How good the arm looks on the first deciding metric, for the choice among arms with the same decision. */
function gain({ metrics }: Grounds, arm: string): number {
  const metric = metrics.find(({ role }) => role === "primary");
  const found = metric?.comparisons.find((one) => one.arm === arm);
  const value = found?.absolute?.value ?? 0;
  return metric?.direction === "decrease" ? -value : value;
}

/** A decision for every arm, and the one for the test: the best arm that can be shipped, else the most promising one and what stands in its way. */
export function decide(grounds: Grounds, arms: readonly string[]): { readonly decisions: ArmDecision[]; readonly decision: ArmDecision } {
  const decisions = arms.slice(1).map((arm) => decideArm(grounds, arm));
  const [decision] = decisions.toSorted(
    (one, other) => order.indexOf(one.decision) - order.indexOf(other.decision) || gain(grounds, other.arm) - gain(grounds, one.arm),
  );
  return { decisions, decision: decision as ArmDecision };
}
