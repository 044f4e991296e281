import { describe, expect, it } from "vitest";
import * as catalogue from "./errors.js";
import * as engineCatalogue from "../engine/errors.js";
import * as notes from "./notes.js";

const text = { en: "customer", "zh-CN": "客户" };
const everything = {
  path: "orders.csv",
  nearest: "near.csv",
  files: ["a.csv"],
  columns: ["a", "b"],
  kind: "PNG",
  format: "gzip",
  delimiter: ";",
  row: 3,
  value: "x",
  setAside: 2,
  rows: 3,
  encoding: "x",
  name: "a",
  role: "customer",
  roleText: text,
  candidates: ["a", "b"],
  found: text,
  message: "no",
};
const nothing = { ...everything, nearest: undefined, files: [], columns: [], kind: undefined };
const entries = Object.entries({ ...catalogue, ...engineCatalogue });
const make = (entry: unknown, data: object) =>
  (entry as (data: object) => Error & { code: string; text: { en: string; "zh-CN": string } })(data);

describe.each(entries)("%s()", (name, entry) => {
  it.each([everything, nothing])("says what was found, what is needed and one fix, in both languages", (data) => {
    const error = make(entry, data);
    expect(error.text.en).toMatch(/^Cannot [^:]+: .+[,;] .+ (needed|named|one)\. Try .+\.$/s);
    expect(error.text["zh-CN"]).toMatch(/^无法.+\uff1a.+(需要|都需要).+。.+。$/s);
    expect(`${error.text.en} ${error.text["zh-CN"]}`).not.toMatch(/undefined|null|NaN|\[object/);
    expect(error.code).toBe(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  });
});

describe("notes", () => {
  it.each([
    notes.encodingNote("GB18030"),
    notes.delimiterNote("\t"),
    notes.delimiterNote("\u0001"),
    notes.noHeaderNote(["column_1"]),
    notes.renamedNote([["", "column_1"]]),
    notes.setAsideNote({ count: 1, row: 7, value: "x", isLast: true }),
    notes.setAsideNote({ count: 2, row: 7, value: "x", isLast: false }),
    notes.linesSetAsideNote({ count: 1, row: 7, value: "x", isLast: true }),
    notes.linesSetAsideNote({ count: 2, row: 7, value: "x", isLast: false }),
    notes.largeIntegersNote("a"),
    notes.mixedNote({ name: "a", type: "date", row: 7, value: "x", count: 2, hasHeader: true }),
    notes.undecidedDateNote("a"),
    notes.readAsNote("a", "decimal comma, missing words"),
  ])("%#: $code is a sentence in both languages", (note) => {
    expect(note?.text.en).toMatch(/^[A-Z0-9].+\.$/s);
    expect(note?.text["zh-CN"]).toMatch(/[\u4e00-\u9fff].*。$/s);
    expect(`${note?.text.en} ${note?.text["zh-CN"]}`).not.toMatch(/undefined|null|NaN|\[object/);
  });
});
