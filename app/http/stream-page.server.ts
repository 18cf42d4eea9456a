import type { Transform } from "node:stream";
import type { ReactElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { withoutNulls } from "./without-nulls.server.ts";

/** A page that has not ended by then is cut off where it is. */
export const LONGEST_PAGE_MS = 10_000;

type Options = {
  /** True for readers that want the whole page at once, such as search engines. */
  whole: boolean;
  /** Of the scripts that may run; the page policy names the same. */
  nonce: string;
  onError: (error: unknown) => void;
};

/**
 * The page as bytes, as soon as its frame stands; rejects when not even that could be made. Whatever holds the page
 * (request, loader data, tree) ends with the last byte or with the reader, not with the time limit.
 */
export function streamPage(page: ReactElement, { whole, nonce, onError }: Options): Promise<Transform> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      [whole ? "onAllReady" : "onShellReady"]: () => {
        const body = withoutNulls();
        body.once("close", () => clearTimeout(limit));
        resolve(body);
        pipe(body);
      },
      onShellError: (error) => {
        clearTimeout(limit);
        reject(error);
      },
      onError,
    });
    const limit = setTimeout(abort, LONGEST_PAGE_MS).unref();
  });
}
