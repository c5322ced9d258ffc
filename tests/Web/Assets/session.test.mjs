import assert from "node:assert/strict";
import { test } from "node:test";
import { phaseOf } from "../../../src/Web/Assets/js/lib/session.mjs";

const end = 100_000;

test("the end is announced ten minutes before, and not sooner", () => {
  assert.deepEqual(phaseOf(end - 601, end, end + 5000), { phase: "quiet", wait: 1 });
  assert.deepEqual(phaseOf(end - 600, end, end + 5000), { phase: "soon", wait: 600 });
  assert.deepEqual(phaseOf(end, end, end + 5000), { phase: "over", wait: 0 });
});

test("the longest session cannot be put off", () => assert.equal(phaseOf(end - 60, end, end).phase, "last"));

test("a long rest is looked at again every hour", () => assert.equal(phaseOf(0, end, end).wait, 3600));
