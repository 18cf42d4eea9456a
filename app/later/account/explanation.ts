import { later } from "#app/components/page/later.ts";

export const Explanation = later(() =>
  import("#app/components/account/explanation.tsx").then(({ Explanation }) => Explanation),
);
