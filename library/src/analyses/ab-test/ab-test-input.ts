import type { ReduceInput } from "../analysis.js";
import type { AbTestSettings } from "./ab-test-options.js";
import type { AbTestNeeds } from "./roles.js";

/** What the steps that ask the engine work with. */
export type AbTestInput = ReduceInput<AbTestNeeds, AbTestSettings>;
