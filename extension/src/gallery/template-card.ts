import type { Text } from "marklab/language";

/** What the gallery shows of one template; the notebook itself is fetched when its card is used. */
export interface TemplateCard {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
}
