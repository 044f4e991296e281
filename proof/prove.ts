import { dataFile } from "../library/src/testing/data-folder.js";
import { compare, type Compared, type Figure } from "./figure.js";
import { sections } from "./figures/index.js";

/** Whether the data of a figure is here. */
export const canCompute = ({ data }: Figure): boolean => data === undefined || dataFile(data).exists;

export interface Proof {
  readonly compared: ReadonlyMap<string, readonly Compared[]>;
  /** Figures whose data is not here, by name. */
  readonly missing: readonly string[];
}

/** Computes all figures, one after another. */
export async function prove(onFigure?: (analysis: string, compared: Compared) => void): Promise<Proof> {
  const compared = new Map<string, Compared[]>();
  const missing: string[] = [];
  for (const [analysis, figures] of Object.entries(sections)) {
    const list: Compared[] = [];
    for (const figure of figures) {
      if (!canCompute(figure)) {
        missing.push(`${analysis}: ${figure.name}`);
        continue;
      }
      const one = await compare(figure);
      onFigure?.(analysis, one);
      list.push(one);
    }
    compared.set(analysis, list);
  }
  return { compared, missing };
}
