import { later } from "#app/components/page/later.ts";

export const OwedChart = later(() =>
  import("#app/components/money/owed-chart.tsx").then(({ OwedChart }) => OwedChart),
);
