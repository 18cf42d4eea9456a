/** Where the words of one language lie: those of each page by its route's file, such as `close.$task`, and all of them. */
export type WordsFiles = Readonly<Record<string, string>> & { readonly all: string };

/** The file for the page at a path under /app; a page that has none of its own gets all words. */
export function wordsAt(files: WordsFiles, pathname: string): { page: string; all: string } {
  const pages = Object.keys(files).filter((page) => page !== "all");
  // Where a fixed name and any name both fit, the fixed one is meant.
  const page = pages
    .toSorted((a, b) => a.split("$").length - b.split("$").length)
    .find((each) => patternOf(each).test(pathname));
  return { page: page === undefined ? files.all : (files[page] ?? files.all), all: files.all };
}

/** As Remix reads a route's file name: `_index` is the folder itself, `$` any name, a closing `_` no nesting. */
function patternOf(page: string): RegExp {
  const segments = page.split(".").filter((segment) => segment !== "_index");
  const parts = segments.map((segment) =>
    segment.startsWith("$") ? "/[^/]+" : `/${segment.replace(/_$/, "")}`,
  );
  return new RegExp(`^/app${parts.join("")}/?$`);
}
