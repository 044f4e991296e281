import { buildCommand } from "../kernel/src/testing/run-command.js";

/** Brings the built command up to date once, before tests start it from several files at the same time. */
export default buildCommand;
