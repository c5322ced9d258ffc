// node --test tests/Web/Assets
import assert from "node:assert/strict";
import { test } from "node:test";
import { add, format, parse, subtract, zero } from "../../../src/Web/Assets/js/lib/numbers.mjs";

test("French numbers are read whatever their spaces and signs", () => {
  for (const text of ["1234,5", "1 234,50", "1\u202f234,5", "1\u00a0234.5"]) assert.equal(format(parse(text)), "1\u00a0234,5");
  assert.equal(format(parse("\u221212,30")), "\u221212,3");
});

test("what is not a number is refused", () => {
  for (const text of ["", "12,3,4", "1e3", "abc", "--1", "12,"]) assert.equal(parse(text), null);
});

test("sums are exact where binary floating point is not", () => {
  assert.equal(format(["0,1", "0,2"].map(parse).reduce(add, zero)), "0,3");
  assert.equal(format(add(parse("9007199254740993"), parse("0,01"))), "9\u00a0007\u00a0199\u00a0254\u00a0740\u00a0993,01");
  assert.equal(format(subtract(parse("1"), parse("1,005"))), "\u22120,005");
});
