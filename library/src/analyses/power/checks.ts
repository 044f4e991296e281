import type { Text } from "../../language/language.js";
import type { Warning } from "../result.js";
import type { PowerSettings } from "./options/power-options.js";
import { longRunWeeks } from "./reading.js";
import type { PowerValues } from "./values.js";
import { powerWarnings } from "./warnings.js";

type PowerCheck = (facts: { readonly values: PowerValues; readonly options: PowerSettings }) => Warning | undefined;

const warn = (level: Warning["level"], code: string, text: Text): Warning => ({ code, level, text });

/** Relative effects above this are seldom seen. */
const rareEffect = 0.5;
const fewestConversions = 10;
const usualPower = 0.8;

const never: PowerCheck = ({ values: { question, need } }) =>
  question !== "effect" && need === undefined ? warn("blocks", "no-sample-is-enough", powerWarnings.never()) : undefined;

const nothing: PowerCheck = ({ values: { question, effect, planned } }) =>
  question === "effect" && effect === undefined && planned
    ? warn("blocks", "nothing-detectable", powerWarnings.nothingDetectable(planned.units))
    : undefined;

const longRun: PowerCheck = ({ values: { need } }) =>
  need?.weeks !== undefined && need.weeks > longRunWeeks ? warn("note", "long-run", powerWarnings.longRun(need.weeks)) : undefined;

const shortRun: PowerCheck = ({ values: { need } }) =>
  need?.days !== undefined && need.days < 7 ? warn("note", "short-run", powerWarnings.shortRun(need.days)) : undefined;

const implausible: PowerCheck = ({ values: { effect, question } }) =>
  question !== "non-inferiority" && effect?.relative !== undefined && Math.abs(effect.relative) > rareEffect
    ? warn("note", "implausible-effect", powerWarnings.implausible(effect))
    : undefined;

const fewConversions: PowerCheck = ({ values: { need } }) =>
  need?.fewestConversions !== undefined && need.fewestConversions < fewestConversions
    ? warn("note", "few-conversions", powerWarnings.fewConversions(need))
    : undefined;

const peeking: PowerCheck = ({ values: { weeklyPeeking, confidence } }) =>
  weeklyPeeking ? warn("note", "peeking", powerWarnings.peeking(weeklyPeeking, 1 - confidence)) : undefined;

const severalArms: PowerCheck = ({ values: { arms, correction, confidence } }) =>
  arms > 2 && correction === "none"
    ? warn("note", "several-arms", powerWarnings.severalArms(arms - 1, 1 - confidence ** (arms - 1)))
    : undefined;

const lowPower: PowerCheck = ({ values: { power } }) =>
  power < usualPower ? warn("note", "low-power", powerWarnings.lowPower(power)) : undefined;

/** What is looked at before a plan is trusted, the gravest first. */
export const powerChecks: readonly PowerCheck[] = [
  never,
  nothing,
  longRun,
  implausible,
  fewConversions,
  severalArms,
  lowPower,
  shortRun,
  peeking,
];
