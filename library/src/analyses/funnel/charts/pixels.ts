/** Positions in pixels, from the left and the top of a drawing that is laid out beforehand. */

const scale = (extent: number, reverse: boolean) => ({ domain: [0, Math.max(extent, 1)], nice: false, zero: true, reverse });

export const across = (field: string, width: number) => ({ field, type: "quantitative" as const, scale: scale(width, false), axis: null });
export const down = (field: string, height: number) => ({ field, type: "quantitative" as const, scale: scale(height, true), axis: null });
