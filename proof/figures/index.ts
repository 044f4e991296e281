import type { Figure } from "../figure.js";
import { figures as abTest } from "./ab-test.js";
import { figures as funnel } from "./funnel.js";
import { figures as power } from "./power.js";
import { figures as churn } from "./churn.js";
import { figures as rfm } from "./rfm.js";
import { figures as survival } from "./survival.js";

/** All figures, by the analysis that they belong to. */
export const sections: Readonly<Record<string, readonly Figure[]>> = { rfm, funnel, "ab-test": abTest, power, churn, survival };
