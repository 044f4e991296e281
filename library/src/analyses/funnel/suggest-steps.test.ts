import { describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import { displaySymbol } from "../../display.js";
import { languages } from "../../language/language.js";
import { funnelStories } from "../../teaching/funnel/story.js";
import { funnelWords, stepIds } from "../../teaching/funnel/words.js";
import { longestChain } from "./longest-chain.js";
import { suggestSteps } from "./suggest-steps.js";

const cases = languages.flatMap((language) => funnelStories.map((story) => [story, language] as const));

describe("suggestSteps()", () => {
  it.each(cases)(
    "finds the planted steps among all events of the story %s in %s, on twelve seeds",
    async (story, language) => {
      const { events, columns } = funnelWords[language];
      for (let seed = 1; seed <= 12; seed += 1) {
        const data = await load(`sample:funnel?seed=${seed}&users=800&story=${story}&language=${language}`);
        const { steps, breakdown } = await suggestSteps(data);
        expect(steps).toEqual(stepIds.map((id) => events[id]));
        expect(breakdown).toBe(columns.channel);
      }
    },
    60_000,
  );

  it("lists the events with users and rows, and which of them is proposed as what", async () => {
    const rows = [
      { user: "a", time: "2025-01-01 10:00", event: "view" },
      { user: "a", time: "2025-01-01 11:00", event: "buy" },
      { user: "b", time: "2025-01-01 10:00", event: "view" },
      { user: "b", time: "2025-01-01 10:01", event: "view" },
    ];
    const found = await suggestSteps(await load(rows), { language: "en" });
    expect(found.events).toEqual([
      { event: "view", users: 2, rows: 3 },
      { event: "buy", users: 1, rows: 1 },
    ]);
    expect(found.steps).toEqual(["view", "buy"]);
    expect(found.breakdown).toBeUndefined();
    expect((await found[displaySymbol]())["text/plain"]).toMatch(/view +2 +3 +1/);
  });

  it("proposes nothing where no event follows another", async () => {
    const rows = [1, 2, 3].map((user) => ({ user, time: "2025-01-01 10:00", event: "open" }));
    expect((await suggestSteps(await load(rows))).steps).toEqual([]);
  });
});

describe("longestChain()", () => {
  const counts = (entries: Record<string, number>) => Object.entries(entries).map(([event, users]) => ({ event, users }));

  it("leaves out what is done besides the way", () => {
    const before = [
      { earlier: "a", later: "b", users: 50 },
      { earlier: "a", later: "c", users: 20 },
      { earlier: "b", later: "c", users: 20 },
      { earlier: "a", later: "noise", users: 40 },
      { earlier: "noise", later: "c", users: 9 },
    ];
    expect(longestChain(counts({ a: 100, b: 50, noise: 40, c: 20 }), before)).toEqual(["a", "b", "c"]);
  });

  it("keeps to seven steps, and does not depend on the order in which events come", () => {
    const events = Array.from({ length: 12 }, (_, index) => ({ event: `e${index}`, users: 100 - index }));
    const before = events.flatMap((later, index) =>
      events.slice(0, index).map((earlier) => ({ earlier: earlier.event, later: later.event, users: later.users })),
    );
    const chain = longestChain(events, before);
    expect(chain).toHaveLength(7);
    expect(longestChain(events.toReversed(), before.toReversed())).toEqual(chain);
  });

  it.each([
    [[], []],
    [[{ event: "a", users: 3 }], []],
  ])("of %j is empty", (events, before) => expect(longestChain(events, before)).toEqual([]));
});
