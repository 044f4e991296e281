import { defineError } from "../data-error.js";

/** No sample has this name; all of them are listed. */
export const sampleUnknown = defineError("sample-unknown", (data: { name: string; samples: readonly string[] }) => ({
  en: `Cannot make a sample: there is none called "${data.name}", one of ${data.samples.join(", ")} is needed. Try "sample:${data.samples[0]}".`,
  "zh-CN": `无法生成示例数据：没有名为“${data.name}”的示例，可用的示例有 ${data.samples.join("、")}。请改用“sample:${data.samples[0]}”。`,
}));

/** A sample was asked for with a setting that it does not take, or with a value that the setting does not take. */
export const sampleSettingInvalid = defineError(
  "sample-setting-invalid",
  (data: { sample: string; setting: string; value: string; needed: { en: string; "zh-CN": string }; fix: string }) => ({
    en: `Cannot make the sample "${data.sample}": the setting is "${data.setting}=${data.value}", ${data.needed.en} is needed. Try "sample:${data.sample}?${data.fix}".`,
    "zh-CN": `无法生成示例“${data.sample}”：设置为“${data.setting}=${data.value}”，需要的是${data.needed["zh-CN"]}。请改用“sample:${data.sample}?${data.fix}”。`,
  }),
);
