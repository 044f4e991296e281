/** The same for spellings of an arm that differ in case, width or spaces only. */
export const armKey = (written: string): string => written.normalize("NFKC").trim().replaceAll(/\s+/g, " ").toLowerCase();
