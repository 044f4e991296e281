import { afterEach, beforeEach, expect, vi } from "vitest";

/** An unexpected console call fails the test that made it. A test that expects one mocks the method itself. */
const methods = ["log", "info", "warn", "error", "debug"] as const;
const calls: string[] = [];

beforeEach(() => {
  calls.length = 0;
  for (const method of methods) {
    vi.spyOn(console, method).mockImplementation(
      (...words: unknown[]) => void calls.push(`console.${method}: ${words.map(String).join(" ")}`),
    );
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(calls, "unexpected console output").toEqual([]);
});
