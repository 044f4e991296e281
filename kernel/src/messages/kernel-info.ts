import { protocolVersion } from "../wire/message.js";
import type { Handler } from "./handler.js";

const version = "0.1.0";

/** What notebooks note about their language; files that say exactly this open without a change. */
export const languageInfo = {
  name: "typescript",
  version: "6.0.3",
  mimetype: "application/typescript",
  file_extension: ".ts",
  pygments_lexer: "typescript",
  codemirror_mode: "typescript",
  nbconvert_exporter: "script",
} as const;

/** `kernel_info_request`: who we are and what we can do. What cells need starts once the answer is on its way, since the front end waits for it. */
export const kernelInfo: Handler = (kernel, request, channel) => {
  kernel.reply(channel, request, "kernel_info_reply", {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "marklab",
    implementation_version: version,
    language_info: languageInfo,
    banner: `TypeScript (Marklab) ${version}, TypeScript ${languageInfo.version}, Node.js ${process.version}`,
    debugger: false,
    supported_features: [],
    help_links: [
      { text: "TypeScript", url: "https://www.typescriptlang.org/docs/" },
      { text: "Vega-Lite", url: "https://vega.github.io/vega-lite/docs/" },
    ],
  });
  setImmediate(() => {
    kernel.session.start();
    kernel.language.start();
  });
};
