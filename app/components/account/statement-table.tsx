import { Badge, Card, IndexTable, InlineStack, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { StatementReport } from "#app/domain/index.ts";
import { Why } from "./why.tsx";

/** The funding account day by day, as in impact.com's own example; expected days are marked as such. */
export function StatementTable({ statement }: { statement: StatementReport }) {
  const { t, money, date, note } = useTranslator();
  const { currency, days, past, expected } = statement;
  const sums = [
    { id: "past", of: past },
    { id: "expected", of: expected },
  ] as const;
  const shown = (amount: string | null) => (amount === null ? t("common.unknown") : money(amount, currency));
  const headings = ["date", "opening", "owed", "payable", "deduction", "card", "closing", "why"] as const;
  return (
    <Card padding="0">
      <section aria-label={t("ledger.scroll")}>
        <IndexTable
          selectable={false}
          itemCount={days.length}
          headings={
            headings.map((name) => ({
              title: t(`ledger.col.${name}`),
              ...(name === "date" || name === "why" ? {} : { alignment: "end" as const }),
            })) as [{ title: string }, ...{ title: string }[]]
          }
        >
          {days.map((day, index) => (
            <IndexTable.Row
              id={day.date}
              key={day.date}
              position={index}
              tone={day.projected ? "subdued" : undefined}
            >
              <IndexTable.Cell>
                <InlineStack gap="200" wrap={false}>
                  <span>{date(day.date)}</span>
                  {day.projected ? <Badge>{t("ledger.projected")}</Badge> : null}
                </InlineStack>
              </IndexTable.Cell>
              {[day.opening, day.newlyOwed, day.payable, day.deduction, day.cardCharge, day.closing].map(
                (amount, column) => (
                  <IndexTable.Cell key={headings[column + 1]}>
                    <Text as="span" alignment="end" numeric>
                      {shown(amount)}
                    </Text>
                  </IndexTable.Cell>
                ),
              )}
              <IndexTable.Cell>
                <div className="statement-why">
                  {day.notes.map((each) => (
                    <p key={`${each.id}${JSON.stringify(each.values)}`}>{note(each)}</p>
                  ))}
                  {day.closing === null ? null : (
                    <Why
                      figure={`statement.${day.date}.closing`}
                      label={`${t("ledger.col.closing")}, ${date(day.date)}`}
                    />
                  )}
                </div>
              </IndexTable.Cell>
            </IndexTable.Row>
          ))}
          {sums.map(({ id, of }, index) => (
            <IndexTable.Row id={id} key={id} position={days.length + index} rowType="subheader">
              <IndexTable.Cell>{t(`ledger.${id}`)}</IndexTable.Cell>
              {[null, null, null, of.deduction, of.cardCharge, null].map((amount, column) => (
                <IndexTable.Cell key={headings[column + 1]}>
                  <Text as="span" alignment="end" numeric fontWeight="semibold">
                    {column === 3 || column === 4 ? shown(amount) : ""}
                  </Text>
                </IndexTable.Cell>
              ))}
              <IndexTable.Cell />
            </IndexTable.Row>
          ))}
        </IndexTable>
      </section>
    </Card>
  );
}
