import { Box } from "@shopify/polaris";
import type { ReactNode } from "react";

/** Text outside a card: on a phone the page has no margin of its own, so that cards can use its full width. */
export function Inset({ children }: { children: ReactNode }) {
  return <Box paddingInline={{ xs: "400", sm: "0" }}>{children}</Box>;
}
