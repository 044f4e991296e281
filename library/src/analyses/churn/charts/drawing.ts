import { frame, sizes, type ChartContext, type DrawChart, type Layers } from "../../../charts/index.js";
import type { Language } from "../../../language/index.js";
import { reasonForNoModel } from "../reading.js";
import type { ChurnValues, ModelValues } from "../values.js";
import type { Vocabulary } from "../vocabulary.js";
import { tell, type Told } from "../voice.js";

/** What a chart needs to be drawn and to speak. */
export interface Drawing extends Told {
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  /** Width of the whole drawing in pixels. */
  readonly width: number;
}

/** One sentence in each language. */
export type Sentence<Parts extends unknown[] = []> = Readonly<Record<Language, (drawing: Drawing, ...parts: Parts) => string>>;

/** What one kind of chart draws; title and subtitle as in every chart, the caption is the same for all. */
export interface Drawn {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly height: number;
  readonly left: number;
  readonly below: number;
  readonly layers: Layers;
}

/** Kept on one line: spaces that no line breaks at. */
const together = (text: string): string => text.replaceAll(" ", "\u00a0");

/** Of how many: `n = 7,043 customers, 1,869 left`. */
export const population: Sentence = {
  en: ({ values, words, count }) => together(`n = ${count(values.customers)} ${words.people}, ${count(values.events)} ${words.did}`),
  "zh-CN": ({ values, words, count }) =>
    `n=${count(values.customers)} ${words.unit}${words.people}，其中 ${count(values.events)} ${words.unit}${words.did}`,
};

const judged: Sentence<[model: ModelValues]> = {
  en: ({ words, date }, { evaluation: { method, folds, splitDay } }) =>
    method === "time-split"
      ? `judged on ${words.people} from ${date(splitDay)} on`
      : `judged on ${words.people} the model had not seen (${folds}\u00a0folds)`,
  "zh-CN": ({ words, date }, { evaluation: { method, folds, splitDay } }) =>
    method === "time-split" ? `以 ${date(splitDay)} 起的${words.people}检验` : `以模型未见过的${words.people}检验（${folds} 折交叉验证）`,
};

function caption(drawing: Drawing, source: string | undefined): string {
  const { values, language } = drawing;
  const from = source === undefined ? [] : [language === "en" ? `Source: ${source}` : `数据来源：${source}`];
  return [...from, ...(values.model ? [judged[language](drawing, values.model)] : [])].join(" · ");
}

function toSpec({ title, subtitle, description, height, left, below, layers }: Drawn, drawing: Drawing, source: string | undefined) {
  const width = drawing.width - left;
  const spec = frame({ title, subtitle, caption: caption(drawing, source), description, width, height, left, below, layers });
  return { spec, description };
}

const stop: Readonly<Record<Language, string>> = { en: ".", "zh-CN": "。" };

/** A chart that says in a sentence why there is nothing to draw. */
export function saidOnly(drawing: Drawing, sentence: Sentence): Drawn {
  const title = sentence[drawing.language](drawing);
  const subtitle = population[drawing.language](drawing);
  return { title, subtitle, description: title + stop[drawing.language], height: 1, left: 0, below: 0, layers: [] };
}

const nothingLearnt: Readonly<Record<ReturnType<typeof reasonForNoModel>, Sentence>> = {
  oneClass: {
    en: ({ words }) => `Nothing to draw: all ${words.people} have the same outcome`,
    "zh-CN": ({ words }) => `无图可画：所有${words.people}的结果都相同`,
  },
  tooFew: {
    en: ({ words }) => `Nothing to draw: too few ${words.people} with and without the outcome to learn from`,
    "zh-CN": ({ words }) => `无图可画：两种结果的${words.people}太少，无法建模`,
  },
  noFeature: {
    en: ({ words }) => `Nothing to draw: no column tells the ${words.people} apart`,
    "zh-CN": ({ words }) => `无图可画：没有哪一列能区分这些${words.people}`,
  },
};

/** A chart of the model in the words of a question; where nothing was learnt, it says so. */
export const chartOf =
  (vocabulary: Vocabulary, draw: (drawing: Drawing, model: ModelValues) => Drawn): DrawChart<ChurnValues> =>
  (values, { language, source, width = sizes.width }: ChartContext) => {
    const drawing: Drawing = { ...tell(values, vocabulary, language), vocabulary, language, width };
    return toSpec(values.model ? draw(drawing, values.model) : saidOnly(drawing, nothingLearnt[reasonForNoModel(values)]), drawing, source);
  };
