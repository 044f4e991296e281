import { wilsonInterval } from "../../statistics/wilson-interval.js";
import type { Share } from "./values.js";

/** `count` of `n` as a share with its interval; nothing of none. */
export const shareOf = (count: number, n: number): Share | undefined =>
  n === 0 ? undefined : { value: count / n, interval: wilsonInterval(count, n), n };

/** A part of an object that is left out where there is no value, so that values stay plain JSON. */
export const known = <Name extends string, Value>(name: Name, value: Value | undefined): { readonly [Key in Name]?: Value } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };

/** A sum in an order that an engine is free to choose, rounded so that the order does not show. */
export const settled = (value: number): number => Number(value.toPrecision(12));
