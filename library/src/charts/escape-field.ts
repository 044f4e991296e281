/** A column's name as a Vega-Lite field: `a.b` and `rate[%]` name columns, not paths into them. */
export const escapeField = (name: string): string => name.replace(/[\\.[\]'"]/g, "\\$&");
