import { useId } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import { inARow } from "#app/messages/close-up.ts";
import type { DeskView } from "#app/services/desk/show-desk.server.ts";

/** The operator's page: five tables, each with a sentence when it has no rows. */
export function DeskPage({ desk }: { desk: DeskView }) {
  const { t, instant } = useTranslator();
  return (
    <main>
      <h1>{t("desk.title")}</h1>
      <p>{t("desk.asOf", { at: instant(desk.asOf, "UTC") })}</p>
      <Cases rows={desk.cases} />
      <StuckCases rows={desk.stuckCases} />
      <Waiting rows={desk.waiting} />
      <Reasons rows={desk.reasons} />
      <Tables rows={desk.tables} />
      <p>{t("desk.how")}</p>
    </main>
  );
}

type Column = "state" | "count" | "age" | "reference" | "why" | "kind" | "since" | "job" | "reason" | "asOf";

function Table(props: {
  name: "cases" | "stuck" | "waiting" | "reasons" | "tables";
  columns: Column[];
  rows: string[][];
}) {
  const { t } = useTranslator();
  const id = useId();
  const { name, columns, rows } = props;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t(`desk.${name}`)}</h2>
      {rows.length === 0 ? (
        <p>{t(`desk.${name}None`)}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`desk.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells) => (
              <tr key={cells.join("|")}>
                {cells.map((cell, at) => (
                  <td key={columns[at]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Cases({ rows }: { rows: DeskView["cases"] }) {
  const { t } = useTranslator();
  const cells = rows.map(({ state, count, days }) => [
    t(`desk.state.${state}`),
    String(count),
    t("desk.days", { days }),
  ]);
  return <Table name="cases" columns={["state", "count", "age"]} rows={cells} />;
}

function StuckCases({ rows }: { rows: DeskView["stuckCases"] }) {
  const { t } = useTranslator();
  const whyOf = ({ ticket, checks }: DeskView["stuckCases"][number]) =>
    inARow([
      ...(ticket ? [t("desk.ticketWhy", { state: ticket.state, attempts: ticket.attempts })] : []),
      ...checks.map(({ kind, failures }) => t("desk.checkWhy", { kind, failures })),
    ]);
  const cells = rows.map((row) => [
    row.reference,
    t(`desk.state.${row.state}`),
    t("desk.days", { days: row.days }),
    whyOf(row),
  ]);
  return <Table name="stuck" columns={["reference", "state", "age", "why"]} rows={cells} />;
}

function Waiting({ rows }: { rows: DeskView["waiting"] }) {
  const { t, instant } = useTranslator();
  const cells = rows.map(({ kind, job, count, oldest }) => [
    kind === "jobs" ? t("desk.deadJobs", { job: job ?? "" }) : t(`desk.kind.${kind}`),
    String(count),
    oldest ? instant(oldest, "UTC") : "",
  ]);
  return <Table name="waiting" columns={["kind", "count", "since"]} rows={cells} />;
}

function Reasons({ rows }: { rows: DeskView["reasons"] }) {
  const { t } = useTranslator();
  const cells = rows.map(({ job, state, reason, count }) => [
    job,
    t("desk.jobState", { state }),
    reason,
    String(count),
  ]);
  return <Table name="reasons" columns={["job", "state", "reason", "count"]} rows={cells} />;
}

function Tables({ rows }: { rows: DeskView["tables"] }) {
  const { t, date } = useTranslator();
  const cells = rows.map(({ table, asOf }) => [t(`desk.table.${table}`), date(asOf)]);
  return <Table name="tables" columns={["kind", "asOf"]} rows={cells} />;
}
