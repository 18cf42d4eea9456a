import sparticuz from "@sparticuz/chromium";

/** Unpacks the browser once before any file needs it: two that do so at a time start a half-written one. */
export default async function unpackBrowser(): Promise<void> {
  await sparticuz.executablePath();
}
