import { createElement, type FunctionComponent, Suspense } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { later, loadTheRest } from "#app/components/page/later.ts";

const Chart = ({ days }: { days: number }) => createElement("p", null, `${days} days`);
const shown = (Component: FunctionComponent<{ days: number }>) =>
  renderToStaticMarkup(
    createElement(Suspense, { fallback: "waiting" }, createElement(Component, { days: 30 })),
  );
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

it("shows a component at once when its code has come, and asks for the code only once", async () => {
  let asked = 0;
  const Later = later(async () => {
    asked += 1;
    return Chart;
  });
  expect([shown(Later), asked]).toEqual(["waiting", 1]);
  await soon();
  expect([shown(Later), shown(Later), asked]).toEqual(["<p>30 days</p>", "<p>30 days</p>", 1]);
});

it("has the code of what was never shown at hand when the page asked for the rest", async () => {
  const Later = later(async () => Chart);
  loadTheRest();
  await soon();
  expect(shown(Later)).toBe("<p>30 days</p>");
});

it("leaves what stands there when the code never comes", async () => {
  const Later = later<{ days: number }>(() => Promise.reject(new Error("404")));
  expect(shown(Later)).toBe("waiting");
  await soon();
  expect(shown(Later)).toBe("waiting");
});
