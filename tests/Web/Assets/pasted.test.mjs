import assert from "node:assert/strict";
import { test } from "node:test";
import { isBlock, putIn } from "../../../src/Web/Assets/js/lib/pasted.mjs";

const control = (name, value, more = {}) => ({ name, value, type: "text", ...more });

test("several lines or several cells are a block, one value is not", () => {
  for (const text of ["1\n2", "1\t2", "1\r\n2\r\n", "\n2"]) assert.equal(isBlock(text), true, JSON.stringify(text));
  for (const text of ["12", "12\n", "1 234,5\r\n", ""]) assert.equal(isBlock(text), false, JSON.stringify(text));
});

test("values go to the fields of their names and nowhere else", () => {
  const elements = [control("a.base", "x", { type: "hidden" }), control("a", ""), control("b", "7"), control("a.state", "sans_objet")];
  const changed = putIn({ elements }, [["a", "1 234,5"]]);
  assert.deepEqual(elements.map(({ value }) => value), ["x", "1 234,5", "7", ""]);
  assert.deepEqual(changed.map(({ name }) => name), ["a"]);
});

test("a choice is made among its radios, and told only when it changes", () => {
  const elements = [control("q", "oui", { type: "radio", checked: false }), control("q", "non", { type: "radio", checked: true })];
  assert.equal(putIn({ elements }, [["q", "oui"]]).length, 2);
  assert.deepEqual(elements.map(({ checked }) => checked), [true, false]);
  assert.equal(putIn({ elements }, [["q", "oui"]]).length, 0);
});

test("the state of a table is cleared by the value of one of its cells", () => {
  const elements = [control("t[sexe=femmes]", ""), control("t.state", "indisponible")];
  putIn({ elements }, [["t[sexe=femmes]", "3"]]);
  assert.equal(elements[1].value, "");
});
