import { createContext, useContext } from "react";
import type { ShownFigure } from "./shown-figure.ts";

export type Asking = {
  ask: (figure: string) => void;
  /** Tells what the page calls a figure; gives back how to take that out. */
  name: (figure: string, as: ShownFigure) => () => void;
};

export const AskingContext = createContext<Asking | null>(null);

export function useWhy(): Asking {
  const asking = useContext(AskingContext);
  if (!asking) throw new Error("No WhyProvider above this component.");
  return asking;
}
