import { type Colours, lightColours } from "./colours.js";

const names = ["ink", "muted", "line", "ground"] as const;

/** Exchanges one value of a specification; the data stay as they are. */
function exchange(value: unknown, colours: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return colours.get(value.toUpperCase()) ?? value;
  if (Array.isArray(value)) return value.map((item) => exchange(item, colours));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === "data" || key === "datasets" ? (item as unknown) : exchange(item, colours)]),
  );
}

/** A specification drawn for a light ground, with the house's ink, muted, line and ground colours exchanged for those of the theme. */
export function recolour<Spec extends object>(spec: Spec, theme: Colours): Spec {
  if (!theme.isDark) return spec;
  return exchange(spec, new Map(names.map((name) => [lightColours[name], theme[name]]))) as Spec;
}
