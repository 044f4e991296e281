import { raw, sql } from "../../engine/sql.js";
import { compactDateReadings, dateReadings } from "./date-readings.js";
import { numberReadings } from "./number-readings.js";
import { missingWords, tolerant, type Reading } from "./reading.js";

const booleanReading: Reading = {
  id: "boolean",
  type: "boolean",
  value: (text) => sql`(lower(${text}) = 'true')`,
  fails: (text) => sql`lower(${text}) NOT IN ('true', 'false')`,
};

const booleanReadings = [booleanReading, tolerant(booleanReading)];

/** Names of columns that hold codes even when every value is a number. */
const codeName =
  /phone|mobile|^tel|telephone|zip|post(al)?[ _-]?code|手机|电话|邮编|邮政编码|身份证|银行卡|条形?码|barcode|^ean$|^upc$|isbn/i;
const dateName = /date|(^|[ _-])(day|dt|time)([ _-]|$)|^ds$|日期|时间|^日$/i;

const mobileNumber = /^(\+?86)?1[3-9]\d{9}$/;
const compactDate = /^(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])$/;

/** Share of values that must look like a number or a date before the whole file is asked. */
const enough = 0.8;

/**
 * The readings worth trying on a column, from a few of its values; none means that it is text.
 * `typed` says that the values came with types (JSON, objects), where text that looks like a number was meant as text.
 */
export function readingsToTry(name: string, sample: readonly string[], typed = false): readonly Reading[] {
  const values = sample.filter((value) => !missingWords.includes(value.trim()));
  const share = (test: (value: string) => boolean) => values.length > 0 && values.filter(test).length >= enough * values.length;
  const dates = dateReadings((shape) => share((value) => shape.test(value)));
  if (dates.length > 0) return dates;
  if (typed) return [];
  if (share((value) => /^(true|false)$/i.test(value))) return booleanReadings;
  const numbers = numberReadings((shape) => share((value) => shape.test(value)));
  if (numbers.length > 0 && (codeName.test(name) || share((value) => mobileNumber.test(value)))) return [];
  return dateName.test(name) && share((value) => compactDate.test(value)) ? [...compactDateReadings, ...numbers] : numbers;
}

/** The reading that always holds. */
export const textReading: Reading = { id: "text", type: "text", value: (text) => text, fails: () => raw("false") };
