type Json = Record<string, unknown>;

/** A specification without `usermeta`: vega-embed would let it override loader, menu and styles. The data are shared, not copied. */
export const withoutUsermeta = (spec: object): object => Object.fromEntries(Object.entries(spec).filter(([key]) => key !== "usermeta"));

const dragEvents = ["mousemove", "mouseup", "pointermove", "pointerup", "touchmove", "touchend"];

/** What a drawn chart may listen to: itself, its own size, and the pointer while a selection is dragged. Keys typed elsewhere are not its business. */
const allowedEvents = { bind: "container", selector: false, window: dragEvents, container: ["resize"] };

interface Signal {
  on?: { events?: unknown }[];
}

const followContainer = (signal: Signal): Signal =>
  signal.on
    ? {
        ...signal,
        on: signal.on.map((handler) => (handler.events === "window:resize" ? { ...handler, events: "container:resize" } : handler)),
      }
    : signal;

/**
 * A compiled Vega specification that stays inside its own output: it may listen to no event of the page around it, and a chart as wide as its container
 * follows the container instead of the window, so that it also fits after a side bar has opened.
 */
export function confine<Spec extends object>(compiled: Spec): Spec {
  const { config, signals } = compiled as { config?: Json; signals?: Signal[] };
  return { ...compiled, config: { ...config, events: allowedEvents }, ...(signals && { signals: signals.map(followContainer) }) };
}
