import type { ReadFailure } from "#app/ports/index.ts";

/** Stores one piece; a failure, or an error it throws, ends the line: what stands behind it is not stored. */
export type StorePiece = () => Promise<ReadFailure | null>;

export type StoreLine = {
  /** Puts a page at the end of the line; resolves as soon as the next may be read. Throws what any piece threw. */
  page(piece: StorePiece): Promise<void>;
  /** Puts something small behind the pages before it, and waits for nothing. */
  note(piece: StorePiece): void;
  /** Whether there is any use in reading on. */
  isOpen(): boolean;
  /** Resolves when everything was stored, with the failure that ended the line if one did. */
  end(): Promise<ReadFailure | null>;
};

/** Pages that may wait or be stored while the next one is read: each is held in memory. */
const PAGES = 1;

/**
 * Stores pieces one after another, in their order, while the next ones are read. impact.com and the database then work
 * at the same time, and memory holds three pages: the one that is stored, the one that waits, and the one that is read.
 */
export function createStoreLine(): StoreLine {
  const pages: Promise<void>[] = [];
  let failure: ReadFailure | null = null;
  let fault: { error: unknown } | null = null;
  let last = Promise.resolve();
  const check = () => {
    if (fault) throw fault.error;
  };
  const isOpen = () => failure === null && fault === null;
  const note = (piece: StorePiece) => {
    last = last.then(async () => {
      if (!isOpen()) return;
      try {
        failure = await piece();
      } catch (error) {
        fault = { error };
      }
    });
  };
  return {
    note,
    isOpen,
    async page(piece) {
      note(piece);
      pages.push(last);
      while (pages.length > PAGES) await pages.shift();
      check();
    },
    async end() {
      await last;
      check();
      return failure;
    },
  };
}
