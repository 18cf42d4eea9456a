import { Text } from "@shopify/polaris";
import type { ReactNode } from "react";

type Props = { title: string; badge?: ReactNode; meta: ReactNode; action: ReactNode };

/**
 * Home's verdict, when it was checked, and the way out, in this order at every width. Polaris' own heading puts the action
 * before a long title on a phone.
 */
export function HomeHead({ title, badge, meta, action }: Props) {
  return (
    <header className="money-head">
      <div>
        <div className="money-head-title">
          <Text as="h1" variant="headingLg">
            {title}
          </Text>
          {badge}
        </div>
        {meta}
      </div>
      {action}
    </header>
  );
}
