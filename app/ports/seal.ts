/** Keeps secrets unreadable at rest. Values are bound to their shop: moved to another shop they do not open. */
export interface Seal {
  seal(shop: string, secret: string): string;
  /** Throws when the value was tampered with, belongs to another shop, or names a key we do not hold. */
  open(shop: string, sealed: string): string;
}
