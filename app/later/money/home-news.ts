import { later } from "#app/components/page/later.ts";

export const HomeNews = later(() =>
  import("#app/components/money/home-news.tsx").then(({ HomeNews }) => HomeNews),
);
