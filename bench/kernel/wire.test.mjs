import { expect, test } from "vitest";
import { decode, encode } from "./wire.mjs";

const received = ({ frames }) => ["topic", ...frames].map((frame) => Buffer.from(frame));

test("decode() reads what encode() wrote, after any frames of routing", () => {
  const sent = encode("secret", "execute_request", { code: "“1” + 1" });
  expect(decode("secret", received(sent))).toEqual({ type: "execute_request", parent: undefined, content: { code: "“1” + 1" } });
});

test("decode() refuses a message when its signature or its form is not the kernel's", () => {
  const frames = received(encode("secret", "status", {}));
  expect(() => decode("other", frames)).toThrow("without a valid signature");
  expect(() => decode("secret", [...frames.slice(0, -1), Buffer.from('{"code":"forged"}')])).toThrow("without a valid signature");
  expect(() => decode("secret", [Buffer.from("noise")])).toThrow("without a valid signature");
});
