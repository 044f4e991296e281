/** The names by which transformed cells call the kernel. They are properties of the session's global object, not enumerable. */
export const runTime = {
  import: "__marklabImport",
  importNames: "__marklabImportNames",
  meta: "__marklabMeta",
  show: "__marklabShow",
  rename: "__marklabRename",
  stopFlag: "__marklabStopFlag",
  stop: "__marklabStop",
} as const;
