import cards from "../generated/cards.json";
import type { Notebook } from "marklab/templates";
import type { TemplateCard } from "./template-card.js";

/** The templates that came with this build, in the order of the gallery. */
export const templateCards: readonly TemplateCard[] = cards;

/** The notebook of a bundled template; undefined where there is none of that name. */
export async function templateNotebook(id: string): Promise<Notebook | undefined> {
  const { default: notebooks } = await import("../generated/notebooks.json");
  return notebooks[id];
}
