import { sizes } from "./theme.js";

/** The title of a vertical axis as a line above the plot, from the left edge of the whole: nobody has to tilt their head. */
export const titleAbove = (title: string, left: number) =>
  ({
    title,
    titleAngle: 0,
    titleAlign: "left",
    titleAnchor: "start",
    titleBaseline: "bottom",
    titleX: -left,
    titleY: -sizes.inset,
  }) as const;

/** The title of a horizontal axis at its end, where it points to. */
export const titleAtEnd = (title: string) => ({ title, titleAnchor: "end", titlePadding: sizes.inset }) as const;
