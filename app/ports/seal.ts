/**
 * Keeps secrets of one place unreadable at rest. Values are bound to their shop and to what they are: moved to another
 * shop, or put where another kind of secret lies, they do not open.
 */
export interface Seal {
  seal(shop: string, secret: string): string;
  /** Throws when the value was tampered with, belongs to another shop or place, or names a key we do not hold. */
  open(shop: string, sealed: string): string;
}

/** Moves sealed values from an older master key to the current one. */
export interface Rewrapper {
  /** Names the key that values are sealed with now; sealed values begin with it. */
  currentPrefix: string;
  /** Throws like `open`. */
  rewrap(value: Pick<SealedValue, "place" | "shop" | "sealed">): string;
}

/** One sealed value where it is kept. */
export type SealedValue = { place: "session" | "connection"; id: string; shop: string; sealed: string };

/** Every sealed value there is, whichever shop's. */
export interface SealedValueStore {
  /** Up to `limit` values of a place that do not begin with `prefix`, in the order of their ids, after `afterId`. */
  others(place: SealedValue["place"], prefix: string, afterId: string, limit: number): Promise<SealedValue[]>;
  /** False when the value was changed or removed meanwhile: what stands there then is newer. */
  replace(value: SealedValue, sealed: string): Promise<boolean>;
  countOthers(prefix: string): Promise<number>;
}
