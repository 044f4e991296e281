import ts from "typescript";
import { CellModules, usedNames } from "./cell-modules.js";
import { complete, type Completions } from "./completion.js";
import { cellProblems, type CellProblem } from "./diagnostics.js";
import type { Files, Places } from "./files.js";
import { inspect, type Inspection } from "./inspection.js";
import { ServiceHost } from "./service-host.js";
import { parse } from "./syntax.js";
import { isMemberAccess } from "./words.js";

/** What TypeScript knows of the cells of one session. */
export class TypeService {
  #cells: CellModules;
  #service: ts.LanguageService;
  #warmSteps = 0;
  readonly #registry = ts.createDocumentRegistry();

  constructor(
    readonly files: Files,
    readonly places: Places,
  ) {
    this.#cells = new CellModules(places.notebook);
    this.#service = this.#makeService();
  }

  /** Does the next piece of the preparation, which takes most of a second in all, and says whether it was the last. A completion does it all. */
  warm(): boolean {
    if (this.isWarm) return true;
    this.#warmSteps += 1;
    if (this.#warmSteps === 1) this.#service.getProgram();
    else this.#service.getSemanticDiagnostics(this.#cells.draft("console.log([1].map(String))").path);
    return this.isWarm;
  }

  get isWarm(): boolean {
    return this.#warmSteps >= 2;
  }

  /** Takes up a cell that runs; its problems, when the service is warm. What mentions no name has no type but that of the value it shows. */
  check(source: string): CellProblem[] {
    if (usedNames(parse(source)).size === 0) return [];
    const problems = this.isWarm ? cellProblems(this.#service, this.#cells.draft(source)) : [];
    this.#cells.keep(source);
    return problems;
  }

  complete(source: string, offset: number): Completions {
    this.#warmSteps = 2;
    return complete(this.#service, this.#cells.draft(source, !isMemberAccess(source, offset)), offset);
  }

  inspect(source: string, offset: number): Inspection | undefined {
    return inspect(this.#service, this.#cells.draft(source), offset);
  }

  /** The session starts anew. */
  forget(): void {
    this.#cells = new CellModules(this.places.notebook);
    this.#service.dispose();
    this.#service = this.#makeService();
  }

  #makeService(): ts.LanguageService {
    return ts.createLanguageService(new ServiceHost(this.#cells, this.files, this.places), this.#registry);
  }
}
