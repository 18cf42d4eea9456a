import { describedBy, ExitLabelled, type FieldTexts } from "./exit-labelled.tsx";

type Props = FieldTexts & { options: { value: string; label: string }[]; chosen: string };

/** One answer of a list that is too long for radio buttons, as plain HTML. */
export const ExitSelect = ({ options, chosen, ...texts }: Props) => (
  <ExitLabelled {...texts}>
    <select {...describedBy(texts)} defaultValue={chosen}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </ExitLabelled>
);
