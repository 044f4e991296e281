import type { Column, Dataset } from "../../data/dataset.js";
import { columnNamed } from "../../data/roles.js";
import type { AbTestSettings } from "./ab-test-options.js";

/** The figures that a row of a summary table can hold for an arm. */
export type SummaryFigure =
  "units" | "conversions" | "sum" | "sumSquares" | "mean" | "standardDeviation" | "denominator" | "denominatorSquares" | "products";

export type SummaryColumns = Partial<Record<SummaryFigure, Column>>;

/** What exports call these figures, without case and marks. */
const names: Readonly<Record<SummaryFigure, string>> = {
  units:
    "units users visitors n samplesize sample participants exposures exposed subjects customers recipients delivered 样本量 样本数 人数 用户数 访客数 单位数 曝光人数 参与人数 客户数 触达人数",
  conversions:
    "conversions converted conversioncount successes purchases purchasers buyers orders clicks signups 转化数 转化人数 转化量 成功数 购买人数 下单人数 点击数 注册数 成交数",
  sum: "sum total totalvalue revenue totalrevenue totalamount sumx mainsum 合计 总和 总金额 总收入 收入 金额合计",
  sumSquares: "sumsquares sumofsquares sumsq sumx2 ss mainsumsquares squares 平方和",
  mean: "mean average avg meanvalue 均值 平均值 人均值 平均",
  standardDeviation: "sd std stddev stdev standarddeviation 标准差",
  denominator: "denominator denominatorsum 分母 分母合计",
  denominatorSquares: "denominatorsquares denominatorsumsquares 分母平方和",
  products: "products sumproducts sumofproducts denominatorsumproduct mainDenominatorSumProduct 乘积和",
};

const bare = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, "");

/** The columns of a summary table: those that the option names, else those whose names say so. */
export function summaryColumns({ columns }: Pick<Dataset<object>, "columns">, summary: AbTestSettings["summary"]): SummaryColumns {
  const named = typeof summary === "object" ? summary : {};
  const found: SummaryColumns = {};
  for (const [figure, known] of Object.entries(names) as [SummaryFigure, string][]) {
    const given = named[figure];
    const synonyms = known.toLowerCase().split(" ");
    const column = given === undefined ? columns.find(({ name }) => synonyms.includes(bare(name))) : columnNamed(columns, given);
    if (column) found[figure] = column;
  }
  return found;
}

/** Do the columns hold what a proportion, a mean or a ratio needs? */
export const hasProportion = ({ units, conversions }: SummaryColumns): boolean => Boolean(units && conversions);
export const hasMean = ({ units, sum, sumSquares, mean, standardDeviation }: SummaryColumns): boolean =>
  Boolean(units && (sum || mean) && (sumSquares || standardDeviation));
export const hasRatio = (columns: SummaryColumns): boolean =>
  hasMean(columns) && Boolean(columns.sum && columns.denominator && columns.denominatorSquares && columns.products);
