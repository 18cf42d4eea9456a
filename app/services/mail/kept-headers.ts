/** Headers that carry a signed link: whoever reads the database must not be able to follow it. */
const WITH_LINK = /^list-unsubscribe(-post)?:/i;

/** The header lines to keep as evidence, one each with its folded parts, ended by line feeds. */
export const keptHeaders = (headers: string): string =>
  headers
    .split(/\r?\n(?![ \t])/)
    .filter((line) => line !== "" && !WITH_LINK.test(line))
    .map((line) => `${line.replaceAll("\r\n", "\n")}\n`)
    .join("");
