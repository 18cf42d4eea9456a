import { ProgressBar } from "@shopify/polaris";

/** How much of the first reading is done, in percent. */
export const ReadingBar = ({ percent }: { percent: number }) => (
  <ProgressBar progress={percent} size="small" ariaLabelledBy="sync-title" />
);
