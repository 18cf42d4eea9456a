import { later } from "#app/components/page/later.ts";

export const EditionsChart = later(() =>
  import("#app/components/money/editions-chart.tsx").then(({ EditionsChart }) => EditionsChart),
);
