import type { ReactNode } from "react";

export type TableColumn = {
  text: string;
  numeric?: boolean;
  /** Left out on a phone, where there is no room for it. */
  wide?: boolean;
};

export type TableSection = {
  /** A heading over the rows, where the table has more than one part. */
  title?: string;
  rows: { key: string; cells: ReactNode[] }[];
  /** The last row, with the sums of those above it. */
  total?: ReactNode[];
};

type Props = { name: string; columns: readonly TableColumn[]; sections: readonly TableSection[] };

/** The figures of a chart, row by row: what the picture shows is here to the cent. */
export function FigureTable({ name, columns, sections }: Props) {
  const classOf = (index: number) =>
    [columns[index]?.numeric ? "figures-number" : "", columns[index]?.wide ? "figures-wide" : ""]
      .join(" ")
      .trim() || undefined;
  const row = (key: string, cells: ReactNode[], className?: string) => (
    <tr key={key} className={className}>
      {cells.map((cell, index) =>
        index === 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row's cells are its columns, which never move
          <th key={index} scope="row" className={classOf(index)}>
            {cell}
          </th>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <td key={index} className={classOf(index)}>
            {cell}
          </td>
        ),
      )}
    </tr>
  );
  return (
    <table className="figures">
      <caption className="visually-hidden">{name}</caption>
      <thead>
        <tr>
          {columns.map(({ text }, index) => (
            <th key={text} scope="col" className={classOf(index)}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      {sections.map(({ title, rows, total }, index) => (
        <tbody key={title ?? index}>
          {title ? (
            <tr className="figures-section">
              <th scope="colgroup" colSpan={columns.length}>
                {title}
              </th>
            </tr>
          ) : null}
          {rows.map(({ key, cells }) => row(key, cells))}
          {total ? row("total", total, "figures-total") : null}
        </tbody>
      ))}
    </table>
  );
}
