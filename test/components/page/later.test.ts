import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Later, later, loadTheRest } from "#app/components/page/later.ts";

const Chart = ({ days }: { days: number }) => createElement("p", null, `${days} days`);
const shown = (Component: FunctionComponent<{ days: number }>) =>
  renderToStaticMarkup(createElement(Later, null, createElement(Component, { days: 30 })));
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));
const ALIVE = '<div class="later"><p>30 days</p></div>';
const PICTURE = '<div class="later"></div>';

it("is the real component where nothing has to be fetched, as on the server", () => {
  expect(shown(Chart)).toBe(ALIVE);
});

it("leaves the place to the server's picture until the code has come, and asks for it only once", async () => {
  let asked = 0;
  const Part = later(async () => {
    asked += 1;
    return Chart;
  });
  expect(shown(Part)).toBe(PICTURE);
  loadTheRest();
  loadTheRest();
  await soon();
  expect([shown(Part), shown(Part), asked]).toEqual([ALIVE, ALIVE, 1]);
});

it("leaves the picture when the code never comes", async () => {
  const Part = later<{ days: number }>(() => Promise.reject(new Error("404")));
  loadTheRest();
  await soon();
  expect(shown(Part)).toBe(PICTURE);
});

it("says so where the place around it was forgotten", () => {
  const Part = later(async () => Chart);
  expect(() => renderToStaticMarkup(createElement(Part, { days: 30 }))).toThrow("needs Later around it");
});
