/**
 * The options that are filled in: empty texts and empty lists are left out, as the empty fields of a form are.
 *
 * @example await rfm(orders, filledIn({ customer: "", date: "InvoiceDate" })); // the customer column is found by itself
 */
export const filledIn = <Options extends object>(options: Options): { [Name in keyof Options]?: Options[Name] } =>
  Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== "" && value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ) as {
    [Name in keyof Options]?: Options[Name];
  };
