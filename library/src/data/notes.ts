import type { Text } from "../language/language.js";

/** What loading noticed and the user should know. */
export interface Note {
  readonly code: string;
  readonly text: Text;
  /** The column that it is about, where it is about one. */
  readonly column?: string;
}

const list = (names: readonly string[], mark: string): string => names.slice(0, 5).join(mark) + (names.length > 5 ? `${mark}…` : "");

export const encodingNote = (encoding: string): Note => ({
  code: "encoding",
  text: { en: `The file was read as ${encoding}.`, "zh-CN": `文件按 ${encoding} 编码读取。` },
});

const delimiterNames: Readonly<Record<string, { en: string; "zh-CN": string }>> = {
  "\t": { en: "tabs", "zh-CN": "制表符" },
  ";": { en: "semicolons", "zh-CN": "分号" },
  "|": { en: "vertical bars", "zh-CN": "竖线" },
};

export function delimiterNote(delimiter: string): Note {
  const name = delimiterNames[delimiter] ?? { en: JSON.stringify(delimiter), "zh-CN": JSON.stringify(delimiter) };
  return { code: "delimiter", text: { en: `Columns are separated by ${name.en}.`, "zh-CN": `各列以${name["zh-CN"]}分隔。` } };
}

export const noHeaderNote = (names: readonly string[]): Note => ({
  code: "no-header",
  text: {
    en: `The first row holds data, not names: the columns are called ${list(names, ", ")}.`,
    "zh-CN": `首行是数据而不是列名：各列命名为 ${list(names, "、")}。`,
  },
});

export const renamedNote = (renamed: readonly (readonly [from: string, to: string])[]): Note => ({
  code: "columns-renamed",
  text: {
    en: `Columns that had no name or another's were renamed: ${list(
      renamed.map(([from, to]) => `"${from}" is "${to}"`),
      ", ",
    )}.`,
    "zh-CN": `没有列名或列名重复的列已改名：${list(
      renamed.map(([from, to]) => `“${from}”改为“${to}”`),
      "、",
    )}。`,
  },
});

export interface SetAsideRows {
  readonly count: number;
  readonly row: number;
  readonly value: string;
  readonly isLast: boolean;
}

export const setAsideNote = ({ count, row, value, isLast }: SetAsideRows): Note => ({
  code: "rows-set-aside",
  text: {
    en: `${count === 1 ? "1 row does" : `${count} rows do`} not fit the header and ${count === 1 ? "was" : "were"} set aside: ${
      isLast ? `the file breaks off in row ${row}` : `${count === 1 ? "row" : "first row"} ${row}`
    } ("${value}").`,
    "zh-CN": `${count} 行与表头不符，已搁置：${isLast ? `文件在第 ${row} 行中断` : `${count === 1 ? "" : "首先是"}第 ${row} 行`}（“${value}”）。`,
  },
});

/** Lines of JSON that are no objects. */
export const linesSetAsideNote = ({ count, row, value, isLast }: SetAsideRows): Note => ({
  code: "rows-set-aside",
  text: {
    en: `${count === 1 ? "1 line is no JSON object and was" : `${count} lines are no JSON objects and were`} set aside: ${
      isLast ? `the file breaks off in line ${row}` : `${count === 1 ? "line" : "first line"} ${row}`
    } ("${value}").`,
    "zh-CN": `${count} 行不是 JSON 对象，已搁置：${isLast ? `文件在第 ${row} 行中断` : `${count === 1 ? "" : "首先是"}第 ${row} 行`}（“${value}”）。`,
  },
});

export const largeIntegersNote = (name: string): Note => ({
  code: "large-integers",
  text: {
    en: `Column "${name}" was turned into text: some of its whole numbers are larger than 9,007,199,254,740,991, above which numbers lose digits.`,
    "zh-CN": `列“${name}”已转为文本：其中有大于 9,007,199,254,740,991 的整数，作为数字会丢失位数。`,
  },
});

const typeNames = {
  number: { en: "a number", "zh-CN": "数字" },
  integer: { en: "a number", "zh-CN": "数字" },
  date: { en: "a date", "zh-CN": "日期" },
  timestamp: { en: "a date", "zh-CN": "日期" },
  boolean: { en: "true or false", "zh-CN": "真假值" },
  text: { en: "a text", "zh-CN": "文本" },
  other: { en: "a value", "zh-CN": "值" },
} as const;

export const mixedNote = (found: {
  name: string;
  type: keyof typeof typeNames;
  row: number;
  value: string;
  count: number;
  hasHeader: boolean;
}): Note => {
  const place = found.hasHeader ? { en: " (row 1 is the header)", "zh-CN": "（第 1 行为表头）" } : { en: "", "zh-CN": "" };
  const type = typeNames[found.type];
  return {
    code: "mixed-column",
    column: found.name,
    text: {
      en: `Column "${found.name}" stays text: row ${found.row} holds "${found.value}", which is not ${type.en}${found.count > 1 ? `, and so do ${found.count - 1} more rows` : ""}${place.en}.`,
      "zh-CN": `列“${found.name}”保留为文本：第 ${found.row} 行的“${found.value}”不是${type["zh-CN"]}${found.count > 1 ? `，另有 ${found.count - 1} 行类似` : ""}${place["zh-CN"]}。`,
    },
  };
};

export const undecidedDateNote = (name: string): Note => ({
  code: "undecided-dates",
  column: name,
  text: {
    en: `Column "${name}" stays text: every date could be day/month or month/day. Write the year first (2024-01-31) to settle it.`,
    "zh-CN": `列“${name}”保留为文本：每个日期都无法区分是“日/月”还是“月/日”。请改为年份在前的写法（2024-01-31）。`,
  },
});

export const readAsNote = (name: string, reading: string): Note | undefined => {
  const kinds: readonly (readonly [part: string, en: string, zh: string])[] = [
    ["percent", "percentages were read as shares (12.5% is 0.125)", "百分数已读作比例（12.5% 即 0.125）"],
    ["decimal comma", "commas were read as decimal points (12,5 is 12.5)", "逗号已读作小数点（12,5 即 12.5）"],
    ["offset", "times are the local ones that are written; the offset from UTC was set aside", "时间按所写的当地时间读取，未换算时区"],
    ["day/month", "dates were read as day/month/year", "日期按“日/月/年”读取"],
    ["month/day", "dates were read as month/day/year", "日期按“月/日/年”读取"],
    [
      "missing words",
      "spaces around values were taken off, and words such as N/A or - count as missing",
      "已去除值两侧的空格，“N/A”“-”等视为缺失值",
    ],
  ];
  const said = kinds.filter(([part]) => reading.includes(part));
  if (said.length === 0) return undefined;
  return {
    code: "column-read-as",
    column: name,
    text: {
      en: `Column "${name}": ${said.map(([, en]) => en).join("; ")}.`,
      "zh-CN": `列“${name}”：${said.map(([, , zh]) => zh).join("；")}。`,
    },
  };
};
