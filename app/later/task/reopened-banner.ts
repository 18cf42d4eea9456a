import { later } from "#app/components/page/later.ts";

export const ReopenedBanner = later(() =>
  import("#app/components/task/reopened-banner.tsx").then(({ ReopenedBanner }) => ReopenedBanner),
);
