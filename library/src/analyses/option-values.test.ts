import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { OptionSchema } from "./analysis.js";
import { optionValues } from "./option-values.js";

const values = (schema: z.ZodType) => optionValues(z.toJSONSchema(schema, { io: "input" }) as OptionSchema).join(" / ");

describe("optionValues()", () => {
  it.each([
    [z.enum(["a", "b"]), "a / b"],
    [z.int().min(3).max(5), "3–5"],
    [z.int().min(1), "≥ 1"],
    [z.number().gt(0).lt(1), "> 0, < 1"],
    [z.boolean(), "boolean"],
    [z.iso.date(), "2024-01-31"],
    [z.string().meta({ format: "column" }), "column"],
    [z.union([z.number().min(0), z.literal("auto")]), "≥ 0 / auto"],
    [z.array(z.union([z.string(), z.object({ event: z.string(), name: z.string().optional() })])), "[string | { event, name? }, …]"],
  ])("writes option %# for people", (schema, text) => expect(values(schema)).toBe(text));
});
