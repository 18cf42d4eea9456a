import { describe, expect, it } from "vitest";
import { parseAccountFile } from "#app/domain/index.ts";
import { anAccountFile, anAction } from "#test/factories/account.ts";

const problemsOf = (json: unknown) => {
  const parsed = parseAccountFile(json);
  return parsed.outcome === "rejected" ? parsed.problems : [];
};

describe("what is no account file at all", () => {
  it.each([[null], ["file"], [7], [undefined]])("is refused as a whole: %o", (json) => {
    expect(problemsOf(json)).toEqual([
      {
        path: "(file)",
        problem: json === undefined ? "is missing" : `${JSON.stringify(json)} is not accepted`,
        accepted: "a JSON object",
      },
    ]);
  });
});

describe("the currency that an amount is told with", () => {
  const fileIn = (currency: unknown) => ({ ...anAccountFile({ actions: [] }), currency, minimumFee: "x" });
  const accepted = (json: unknown) => problemsOf(json).find(({ path }) => path === "minimumFee")?.accepted;

  it("is the file's own, with its decimals", () => {
    expect(accepted(fileIn("EUR"))).toBe(
      'a decimal string of 0 or more with at most 2 decimals (EUR), e.g. "75.00"',
    );
    expect(accepted(fileIn("JPY"))).toBe(
      'a decimal string of 0 or more with at most 0 decimals (JPY), e.g. "7500"',
    );
  });

  it("is not named where the file names none as a text", () => {
    const unnamed = 'a decimal string of 0 or more, e.g. "75.00"';
    expect([["USD"], 840, null, undefined].map((currency) => accepted(fileIn(currency)))).toEqual([
      unnamed,
      unnamed,
      unnamed,
      unnamed,
    ]);
  });

  it("decides how an amount reads, and dollars do where there is none", () => {
    const problem = (currency: string, minimumFee: string) =>
      problemsOf({ ...anAccountFile({ actions: [] }), currency, minimumFee }).find(
        ({ path }) => path === "minimumFee",
      )?.problem;
    expect(problem("CNY", "-1.00")).toBe('"-1.00" is negative');
    expect(problem("EUR", "-1.00")).toBe('"-1.00" is negative');
  });
});

it("tells the ways in which a value can be too small or too long apart", () => {
  const accepted = (overrides: object) => problemsOf({ ...anAccountFile(), ...overrides })[0]?.accepted;
  expect(accepted({ unread: { actions: 0 } })).toBe("a number of 1 or more");
  expect(accepted({ unread: { actions: 1.5 } })).toBe("a value of type int");
  expect(accepted({ actions: [anAction({ id: "" })] })).toBe("a text that is not empty");
  expect(accepted({ actions: [anAction({ id: "x".repeat(201) })] })).toBe("a text of at most 200 characters");
});
