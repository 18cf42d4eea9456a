import { Icon } from "@shopify/polaris";
import { ChevronDownIcon } from "@shopify/polaris-icons";
import type { ReactNode } from "react";

/** What few people need, behind its own name. It opens without a script. */
export function Fold({ title, open, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="fold" open={open}>
      <summary>
        {title}
        <Icon source={ChevronDownIcon} tone="base" />
      </summary>
      <div className="fold-in">{children}</div>
    </details>
  );
}
