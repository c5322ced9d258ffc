import assert from "node:assert/strict";
import { test } from "node:test";
import { draftsOf, forgetAccount } from "../../../src/Web/Assets/js/lib/drafts.mjs";

class Store {
  getItem(place) { return Object.hasOwn(this, place) ? this[place] : null; }
  setItem(place, text) { this[place] = text; }
  removeItem(place) { delete this[place]; }
}

const day = 24 * 3600 * 1000;
const draft = { fields: [["a", "12"]], version: "v1" };

test("what was typed comes back, for the same account and dossier only", () => {
  const store = new Store();
  assert.equal(draftsOf("ana", "/d/1", store).put("a", draft), true);
  assert.deepEqual(draftsOf("ana", "/d/1", store).all().a.fields, [["a", "12"]]);
  assert.deepEqual(draftsOf("ana", "/d/2", store).all(), {});
  assert.deepEqual(draftsOf("bob", "/d/1", store).all(), {});
});

test("a row that the server has is dropped, the others stay", () => {
  const store = new Store();
  const drafts = draftsOf("ana", "/d/1", store);
  drafts.put("a", draft);
  drafts.put("b", draft);
  drafts.drop("a");
  assert.deepEqual(Object.keys(drafts.all()), ["b"]);
  drafts.drop("b");
  assert.deepEqual(Object.keys(store), []);
});

test("what is too old is no longer proposed", () => {
  const drafts = draftsOf("ana", "/d/1", new Store());
  drafts.put("a", draft, 0);
  drafts.put("b", draft, 20 * day);
  assert.deepEqual(Object.keys(drafts.all(31 * day)), ["b"]);
});

test("signing out forgets all that the account left, and nothing else", () => {
  const store = new Store();
  draftsOf("ana", "/d/1", store).put("a", draft);
  draftsOf("ana", "/d/2", store).put("a", draft);
  draftsOf("anatole", "/d/1", store).put("a", draft);
  store.setItem("other", "1");
  forgetAccount("ana", store);
  assert.deepEqual(Object.keys(store), ["draft:anatole:/d/1", "other"]);
});

test("a browser that keeps nothing is told so and does not fail", () => {
  const drafts = draftsOf("ana", "/d/1", null);
  assert.equal(drafts.put("a", draft), false);
  assert.deepEqual(drafts.all(), {});
  forgetAccount("ana", null);
});
