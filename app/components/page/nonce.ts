import { createContext, useContext } from "react";

/** The mark by which the page's policy knows our own inline scripts; the browser shows it to nobody afterwards. */
const Nonce = createContext<string | undefined>(undefined);

export const NonceProvider = Nonce.Provider;
export const useNonce = (): string | undefined => useContext(Nonce);
