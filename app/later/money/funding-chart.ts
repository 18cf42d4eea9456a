import { later } from "#app/components/page/later.ts";

export const FundingChart = later(() =>
  import("#app/components/money/funding-chart.tsx").then(({ FundingChart }) => FundingChart),
);
