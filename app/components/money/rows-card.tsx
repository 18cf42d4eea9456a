import { Button, Card, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

export type Row = { label: string; value: ReactNode; line?: string | null };
type Props = { title: string; rows: readonly Row[]; link: { text: string; url: string } };

/** Staying or going: both as a card of the same size, with as many rows and the same kind of button. */
export function RowsCard({ title, rows, link }: Props) {
  return (
    <Card>
      <div className="money-rows">
        <Text as="h2" variant="headingSm">
          {title}
        </Text>
        <dl>
          {rows.map(({ label, value, line }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {value}
                {line ? <span>{line}</span> : null}
              </dd>
            </div>
          ))}
        </dl>
        <div className="money-rows-foot">
          <Button url={link.url}>{link.text}</Button>
        </div>
      </div>
    </Card>
  );
}
