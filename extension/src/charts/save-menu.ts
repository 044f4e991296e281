import type { Language } from "marklab/language";
import { catalogue } from "../language/catalogue.js";

type ImageType = "svg" | "png";

const dots =
  '<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="3" cy="8" r="1.5"/><circle cx="8" cy="8" r="1.5"/><circle cx="13" cy="8" r="1.5"/></svg>';

function download(address: string, name: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}

function saveButton(type: ImageType, language: Language, imageOf: (type: ImageType) => Promise<string | undefined>): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = (type === "svg" ? catalogue.saveSvg() : catalogue.savePng())[language];
  button.addEventListener("click", () => {
    button.closest("details")?.removeAttribute("open");
    void imageOf(type).then((address) => address && download(address, `${catalogue.chartFileName()[language]}.${type}`));
  });
  return button;
}

/** The small menu at a chart's corner that saves it as a picture; it works with mouse and keyboard, and closes when the focus leaves it. */
export function saveMenu(language: Language, imageOf: (type: ImageType) => Promise<string | undefined>): HTMLElement {
  const menu = document.createElement("details");
  menu.className = "mkl-Chart-menu";
  const opener = document.createElement("summary");
  opener.innerHTML = dots;
  opener.title = catalogue.chartMenu()[language];
  opener.setAttribute("aria-label", opener.title);
  const buttons = document.createElement("div");
  buttons.append(saveButton("svg", language, imageOf), saveButton("png", language, imageOf));
  menu.append(opener, buttons);
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !menu.contains(relatedTarget)) menu.removeAttribute("open");
  });
  menu.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") menu.removeAttribute("open");
  });
  return menu;
}
