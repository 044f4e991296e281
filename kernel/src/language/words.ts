/** The identifier that is being written at a place. */
export function wordStart(source: string, offset: number): number {
  const word = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.exec(source.slice(0, offset));
  return word ? word.index : offset;
}

/** Is a member of something being written, after a dot? */
export function isMemberAccess(source: string, offset: number): boolean {
  return /\.\s*$/.test(source.slice(0, wordStart(source, offset))) && !/\.\.\.\s*$/.test(source.slice(0, wordStart(source, offset)));
}
