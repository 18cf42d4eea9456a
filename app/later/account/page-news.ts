import { later } from "#app/components/page/later.ts";

export const PageNews = later(() =>
  import("#app/components/account/page-news.tsx").then(({ PageNews }) => PageNews),
);
