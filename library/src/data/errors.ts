import { defineError } from "../data-error.js";
import type { Text } from "../language/language.js";

const list = (names: readonly string[], mark = ", ", most = 8): string =>
  names.length > most ? `${names.slice(0, most).join(mark)}${mark}…` : names.join(mark);

export const fileMissing = defineError<{ path: string; nearest?: string | undefined }>("file-missing", ({ path, nearest }) => ({
  en: `Cannot load "${path}": there is no such file, the path of a file is needed. Try ${nearest ? `"${nearest}"` : "the full path"}.`,
  "zh-CN": `无法加载“${path}”：找不到该文件，需要一个文件的路径。请尝试${nearest ? `“${nearest}”` : "完整路径"}。`,
}));

export const pathIsFolder = defineError<{ path: string; files: readonly string[] }>("path-is-folder", ({ path, files }) => ({
  en: `Cannot load "${path}": it is a folder, a file is needed. Try ${files.length > 0 ? `one of its files (${list(files)})` : "a file in another folder: this one holds none"}.`,
  "zh-CN": `无法加载“${path}”：这是一个文件夹，需要一个文件。请尝试${files.length > 0 ? `其中的文件（${list(files, "、")}）` : "其他文件夹中的文件：此文件夹中没有可用的文件"}。`,
}));

export const fileEmpty = defineError<{ path: string }>("file-empty", ({ path }) => ({
  en: `Cannot load "${path}": the file is empty, a header and at least one row are needed. Try exporting the data again.`,
  "zh-CN": `无法加载“${path}”：文件为空，需要表头和至少一行数据。请尝试重新导出数据。`,
}));

export const noRows = defineError<{ path: string; columns: readonly string[] }>("no-rows", ({ path, columns }) => ({
  en: `Cannot load "${path}": it has ${columns.length > 0 ? `a header (${list(columns)}) and ` : ""}no rows, at least one row is needed. Try exporting the data again, or a wider period.`,
  "zh-CN": `无法加载“${path}”：文件${columns.length > 0 ? `只有表头（${list(columns, "、")}），` : ""}没有数据行，需要至少一行数据。请尝试重新导出，或扩大时间范围。`,
}));

export const notText = defineError<{ path: string; kind?: string | undefined }>("not-text", ({ path, kind }) => ({
  en: `Cannot load "${path}": its bytes are ${kind ?? "no text"}, a table as CSV, Parquet or JSON is needed. Try exporting the data as CSV (UTF-8).`,
  "zh-CN": `无法加载“${path}”：文件内容${kind ? `是 ${kind}` : "不是文本"}，需要 CSV、Parquet 或 JSON 格式的表格。请尝试将数据导出为 CSV(UTF-8)。`,
}));

export const notFormat = defineError<{ path: string; format: string }>("not-format", ({ path, format }) => ({
  en: `Cannot load "${path}": its name says ${format} but its bytes do not, a whole ${format} file is needed. Try downloading or exporting it again.`,
  "zh-CN": `无法加载“${path}”：文件名表明是 ${format}，但内容不是，需要完整的 ${format} 文件。请尝试重新下载或导出。`,
}));

export const fileCutShort = defineError<{ path: string; format: string }>("file-cut-short", ({ path, format }) => ({
  en: `Cannot load "${path}": the ${format} data break off before their end, a whole file is needed. Try downloading or exporting it again.`,
  "zh-CN": `无法加载“${path}”：${format} 数据在结尾之前中断，需要完整的文件。请尝试重新下载或导出。`,
}));

export const wrongDelimiter = defineError<{ path: string; delimiter: string; nearest?: string | undefined }>(
  "wrong-delimiter",
  ({ path, delimiter, nearest }) => ({
    en: `Cannot load "${path}": the delimiter ${JSON.stringify(delimiter)} is not in its first row, the one that separates its columns is needed. Try ${nearest ? `delimiter: ${JSON.stringify(nearest)}` : "leaving the delimiter out"}.`,
    "zh-CN": `无法加载“${path}”：首行中没有分隔符 ${JSON.stringify(delimiter)}，需要实际分隔各列的符号。请尝试${nearest ? `delimiter: ${JSON.stringify(nearest)}` : "不指定分隔符"}。`,
  }),
);

export const quoteUnclosed = defineError<{ path: string; row: number }>("quote-unclosed", ({ path, row }) => ({
  en: `Cannot load "${path}": a quote that opens in row ${row} is never closed, so the rows after it cannot be told apart; each opening quote needs a closing one. Try mending row ${row}.`,
  "zh-CN": `无法加载“${path}”：第 ${row} 行的引号没有闭合，其后的各行无法区分；每个左引号都需要对应的右引号。请尝试修正第 ${row} 行。`,
}));

export const rowsDoNotFit = defineError<{ path: string; columns: number; setAside: number; rows: number; row: number; value: string }>(
  "rows-do-not-fit",
  ({ path, columns, setAside, rows, row, value }) => ({
    en: `Cannot load "${path}": ${setAside} of ${rows} rows do not have the ${columns} columns of the header (first in row ${row}: "${value}"), rows like the header are needed. Try another delimiter, or mend the rows.`,
    "zh-CN": `无法加载“${path}”：${rows} 行中有 ${setAside} 行与表头的 ${columns} 列不符（首先是第 ${row} 行：“${value}”），需要与表头一致的行。请尝试其他分隔符，或修正这些行。`,
  }),
);

export const linesNotJson = defineError<{ path: string; setAside: number; rows: number; row: number; value: string }>(
  "lines-not-json",
  ({ path, setAside, rows, row, value }) => ({
    en: `Cannot load "${path}": ${setAside} of ${rows} lines are no JSON objects (first line ${row}: "${value}"), one object in each line is needed. Try exporting the data again.`,
    "zh-CN": `无法加载“${path}”：${rows} 行中有 ${setAside} 行不是 JSON 对象（首先是第 ${row} 行：“${value}”），需要每行一个对象。请尝试重新导出数据。`,
  }),
);

export const unknownEncoding = defineError<{ encoding: string }>("unknown-encoding", ({ encoding }) => ({
  en: `Cannot read the file: "${encoding}" is no known encoding, a name such as "utf-8" or "gb18030" is needed. Try leaving the encoding out.`,
  "zh-CN": `无法读取文件：“${encoding}”不是已知的编码，需要 "utf-8" 或 "gb18030" 等名称。请尝试不指定编码。`,
}));

export const columnMissing = defineError<{
  name: string;
  columns: readonly string[];
  nearest?: string | undefined;
  role?: string | undefined;
}>("column-missing", ({ name, columns, nearest }) => ({
  en: `Cannot find the column: "${name}" is not in the table (${list(columns)}), the name of one of its columns is needed. Try "${nearest ?? columns[0] ?? ""}".`,
  "zh-CN": `无法找到列：表中没有“${name}”（现有列：${list(columns, "、")}），需要其中一列的名称。请尝试“${nearest ?? columns[0] ?? ""}”。`,
}));

export const roleMissing = defineError<{
  role: string;
  roleText: Text;
  columns: readonly string[];
  nearest?: string | undefined;
}>("role-missing", ({ role, roleText, columns, nearest }) => ({
  en: `Cannot tell which column holds the ${roleText.en}: no name or content in the table (${list(columns)}) says so, the column has to be named. Try { ${role}: ${JSON.stringify(nearest ?? columns[0] ?? "")} }.`,
  "zh-CN": `无法判断哪一列是${roleText["zh-CN"]}：表中（${list(columns, "、")}）没有列名或内容能够说明，需要指明该列。请尝试 { ${role}: ${JSON.stringify(nearest ?? columns[0] ?? "")} }。`,
}));

export const roleAmbiguous = defineError<{ role: string; roleText: Text; candidates: readonly string[] }>(
  "role-ambiguous",
  ({ role, roleText, candidates }) => ({
    en: `Cannot tell which column holds the ${roleText.en}: ${list(candidates)} fit equally well, one of them has to be named. Try { ${role}: ${JSON.stringify(candidates[0] ?? "")} }.`,
    "zh-CN": `无法判断哪一列是${roleText["zh-CN"]}：${list(candidates, "、")}同样符合，需要指明其中一列。请尝试 { ${role}: ${JSON.stringify(candidates[0] ?? "")} }。`,
  }),
);

export const sourceNotUnderstood = defineError<{ found: Text }>("source-not-understood", ({ found }) => ({
  en: `Cannot load the data: ${found.en} was given, a path, a URL of a file, an array of objects or an Arquero table is needed. Try load("orders.csv").`,
  "zh-CN": `无法加载数据：给出的是${found["zh-CN"]}，需要路径、文件 URL、对象数组或 Arquero 表。请尝试 load("orders.csv")。`,
}));
