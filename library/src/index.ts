/** What a notebook imports. Every public name is listed here, one by one. */
export { DataError } from "./data-error.js";
export {
  column,
  defaultEngine,
  DuckdbEngine,
  join,
  raw,
  sql,
  temporaryTable,
  type Engine,
  type QueryOptions,
  type Sql,
  type TemporaryTable,
} from "./engine/index.js";
export { currentLanguage, format, setLanguage, type Format, type Language, type Text } from "./language/index.js";
