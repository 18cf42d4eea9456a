import { TextField } from "@shopify/polaris";

/** A ready text to copy; focusing it selects all of it, so that no clipboard permission is needed. */
export function CopyText({ label, text }: { label: string; text: string }) {
  return <TextField label={label} value={text} autoComplete="off" multiline={6} readOnly selectTextOnFocus />;
}
