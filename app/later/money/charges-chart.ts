import { later } from "#app/components/page/later.ts";

export const ChargesChart = later(() =>
  import("#app/components/money/charges-chart.tsx").then(({ ChargesChart }) => ChargesChart),
);
