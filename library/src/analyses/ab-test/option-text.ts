import type { Text } from "../../language/language.js";

/** The words of an option, as forms, help and docs show them. */
export const optionText = (title: Text, description: Text) => ({ "x-text": { title, description } });
