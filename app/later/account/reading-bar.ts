import { later } from "#app/components/page/later.ts";

export const ReadingBar = later(() =>
  import("#app/components/account/reading-bar.tsx").then(({ ReadingBar }) => ReadingBar),
);
