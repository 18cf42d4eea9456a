import { expect, it } from "vitest";
import { leftoversOf, type Note, notesOf, numberLeft, numberOfKind } from "#app/domain/index.ts";

const contract = (id: string): Note => ({ id: "core.checklist.contract", values: { contract: id } });
const pending: Note = { id: "core.checklist.pending", values: { action: "a" } };
const unpaid: Note = { id: "core.checklist.unpaid", values: { action: "b" } };
const more = (count: number): Note => ({ id: "core.more", values: { count } });
const unread: Note = { id: "core.unread.contractsOf", values: { count: 1, all: 9 } };

it("counts what a list names and what it only numbers, of two lists put together too", () => {
  const left = leftoversOf([contract("S-1"), more(16), contract("S-2"), contract("S-3"), more(4), unread]);
  expect(left).toEqual({
    first: [contract("S-1"), contract("S-2"), contract("S-3")],
    more: 20,
    unread: [unread],
  });
  // Three by name and twenty more; rows that could not be read name nothing that is left.
  expect(numberLeft(left)).toBe(23);
});

it("says the number once, after the names, and what could not be read last", () => {
  const left = leftoversOf([unread, contract("S-1"), more(16), contract("S-2"), more(4)]);
  expect(notesOf(left)).toEqual([contract("S-1"), contract("S-2"), more(20), unread]);
});

it("says no number where everything is named", () => {
  expect(notesOf(leftoversOf([contract("S-1")]))).toEqual([contract("S-1")]);
  expect(numberLeft(leftoversOf([]))).toBe(0);
});

it("takes a number of more for the kind that is named before it", () => {
  const notes = [pending, more(80), unpaid, unpaid, more(3)];
  expect(numberOfKind(notes, ["core.checklist.pending", "core.checklist.openEnded"])).toBe(81);
  expect(numberOfKind(notes, ["core.checklist.unpaid"])).toBe(5);
  expect(numberOfKind(notes, ["core.checklist.pending", "core.checklist.unpaid"])).toBe(86);
  expect(numberOfKind(notes, ["core.checklist.catalog"])).toBe(0);
  expect(numberOfKind([more(7), pending], ["core.checklist.pending"])).toBe(1);
});
