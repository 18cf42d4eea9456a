import { later } from "#app/components/page/later.ts";

export const MonthsChart = later(() =>
  import("#app/components/money/months-chart.tsx").then(({ MonthsChart }) => MonthsChart),
);
