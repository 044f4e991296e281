import type { Language } from "../../language/language.js";
import type { KeyNumber } from "../key-number.js";
import type { PowerValues } from "./values.js";
import { powerFormat } from "./words.js";

/** The users that are needed, how long they take, and what the plan finds or half the effect costs; what is not known is left out. */
export function powerKeyNumbers(values: PowerValues, language: Language): readonly KeyNumber[] {
  const f = powerFormat(values, language);
  const isEnglish = language === "en";
  const { need, atPlan, power, weeklyUnits } = values;
  const smallest = need && Math.min(...need.perArm);
  const chance = isEnglish ? `with ${f.share(power)} power` : `统计功效 ${f.share(power)}`;
  const arm = isEnglish ? `${f.count(smallest)} in the smallest arm` : `最小一组 ${f.count(smallest)} 名`;
  const users: KeyNumber[] = need ? [{ label: isEnglish ? "users needed" : "所需用户数", value: f.count(need.total), note: arm }] : [];
  const weeks: KeyNumber[] =
    need?.weeks === undefined
      ? []
      : [
          {
            label: isEnglish ? "until the test can be read" : "达到样本量所需时间",
            value: f.weeks(need.weeks),
            note: isEnglish ? `at ${f.count(weeklyUnits)} users a week` : `按每周 ${f.count(weeklyUnits)} 名用户计`,
          },
        ];
  const found: KeyNumber[] = atPlan?.detectable
    ? [
        {
          label: isEnglish ? `smallest effect that ${f.users(atPlan.units)} show` : `${f.users(atPlan.units)}能检测到的最小效果`,
          value: f.size(atPlan.detectable),
          note: chance,
        },
      ]
    : [];
  const half = values.prices.find(({ times }) => times === 0.5);
  const price: KeyNumber[] =
    found.length === 0 && half
      ? [
          {
            label: isEnglish ? "users for half the effect" : "检测一半效果所需用户数",
            value: f.count(half.total),
            note: half.weeks === undefined ? chance : f.weeks(half.weeks),
          },
        ]
      : [];
  return [...users, ...weeks, ...found, ...price];
}
