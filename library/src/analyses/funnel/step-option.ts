import { z } from "zod";

const plain = z.union([z.string(), z.number(), z.boolean()]);

/** A condition on one column; each part that is given must hold. Rows without a value fulfil `isNot` only. */
export const filterOption = z.strictObject({
  column: z.string().min(1),
  is: z.union([plain, z.array(plain).min(1)]).optional(),
  isNot: z.union([plain, z.array(plain).min(1)]).optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  contains: z.string().min(1).optional(),
});

const eventOption = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** One step: an event by its name, or one of several events, with conditions; without `event`, any event is the step. */
export const stepOption = z.union([
  z.string().min(1),
  z.strictObject({
    event: eventOption.optional(),
    name: z.string().min(1).optional(),
    where: z.array(filterOption).optional(),
    optional: z.boolean().optional(),
  }),
]);

/** Events that take a unit out of the funnel when they come between two steps (counted from 1; default: the first and the last). */
export const exclusionOption = z.union([
  z.string().min(1),
  z.strictObject({
    event: eventOption.optional(),
    where: z.array(filterOption).optional(),
    from: z.int().optional(),
    to: z.int().optional(),
  }),
]);

export type Filter = z.output<typeof filterOption>;
export type StepOption = z.output<typeof stepOption>;
export type ExclusionOption = z.output<typeof exclusionOption>;
