/** A decimal string that is not nothing, in whatever currency. */
export const isSome = (amount: string | null): boolean => amount !== null && /[1-9]/.test(amount);
