import { later } from "#app/components/page/later.ts";

export const BuildUpChart = later(() =>
  import("#app/components/money/build-up-chart.tsx").then(({ BuildUpChart }) => BuildUpChart),
);
