import { z } from "zod";
import type { OptionsSchema, RoleNeeds } from "./analysis.js";

/** JSON Schema of all that a call may give: one property per column and per option, with its texts under `x-text`. */
export function optionsSchema(roles: RoleNeeds, options: z.ZodObject): OptionsSchema {
  const schema = z.toJSONSchema(options, { io: "input" }) as unknown as OptionsSchema;
  const columns = Object.entries(roles).map(([role, { required, title, description }]) => [
    role,
    { type: "string", "x-role": role, "x-required": required, "x-text": { title, description } },
  ]);
  return { ...schema, properties: { ...Object.fromEntries(columns), ...schema.properties } };
}
