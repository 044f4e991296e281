import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { Widget } from "@lumino/widgets";
import type { Language, Text } from "marklab/language";
import { interfaceLanguage } from "../language/interface-language.js";
import { type ChartSource, drawChart, drawImage, type Drawing } from "./draw-chart.js";
import { findFault } from "./find-fault.js";
import { pageGround } from "./look.js";
import { grammarOf } from "./mime-types.js";
import { saveMenu } from "./save-menu.js";
import { watchTheme } from "./theme-watch.js";

function makeElement(className: string): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  return element;
}

/** Shows one chart of a notebook in the colours of the theme, with a menu to save it; draws it anew when the theme switches. */
export class ChartRenderer extends Widget implements IRenderMime.IRenderer {
  private readonly mimeType: string;
  private readonly resolver: IRenderMime.IResolver | null;
  private readonly language: Language;
  private readonly stopWatching: () => void;
  private model: IRenderMime.IMimeModel | undefined;
  private drawing: Drawing | undefined;
  private latest = 0;

  constructor({ mimeType, resolver, translator }: IRenderMime.IRendererOptions) {
    super();
    this.mimeType = mimeType;
    this.resolver = resolver;
    this.language = interfaceLanguage(translator);
    this.addClass("mkl-Chart");
    this.stopWatching = watchTheme(() => void this.draw());
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    this.model = model;
    await this.draw();
  }

  override dispose(): void {
    if (this.isDisposed) return;
    this.stopWatching();
    this.drawing?.finalize();
    super.dispose();
  }

  /** Draws the newest model beside the old drawing and then exchanges them; a drawing that a newer one has overtaken is dropped. */
  private async draw(): Promise<void> {
    if (!this.model) return;
    const number = ++this.latest;
    const { data, trusted } = this.model;
    const spec: unknown = data[this.mimeType];
    const grammar = grammarOf(this.mimeType);
    const fault = findFault(spec, grammar);
    if (fault) return this.showFault(fault);
    const source: ChartSource = { spec: spec as object, grammar, resolver: this.resolver, isTrusted: trusted };
    const host = makeElement("mkl-Chart-drawing");
    this.node.append(host);
    const drawing = await drawChart(host, source, pageGround(document.body));
    if (number === this.latest && !this.isDisposed) return this.exchange(drawing, host, source);
    drawing.finalize();
    host.remove();
  }

  private exchange(drawing: Drawing, host: HTMLElement, source: ChartSource): void {
    this.drawing?.finalize();
    this.drawing = drawing;
    if (drawing.problem) return this.showFault(drawing.problem);
    const imageOf = (type: "svg" | "png") => drawImage(type, source);
    const frame = makeElement("mkl-Chart-frame");
    frame.append(host, saveMenu(this.language, imageOf));
    this.node.replaceChildren(frame);
  }

  private showFault(fault: Text): void {
    const note = makeElement("mkl-Chart-fault");
    note.setAttribute("role", "alert");
    note.textContent = fault[this.language];
    this.node.replaceChildren(note);
  }
}
