/** A figure as the page shows it: its name and its amount or day. */
export type ShownFigure = { label: string; shown: string };
