import { ChoiceList } from "@shopify/polaris";
import { useState } from "react";

type Choice = { value: string; label: string; helpText?: string };
type Props = {
  name: string;
  title: string;
  choices: Choice[];
  /** What was answered before; nothing is chosen for somebody who has not answered. */
  chosen: string | null;
  error: string | null;
};

/** One question with its answers. */
export function AnswerChoice({ name, title, choices, chosen, error }: Props) {
  const [selected, select] = useState<string[]>(chosen === null ? [] : [chosen]);
  return (
    <ChoiceList
      name={name}
      title={title}
      choices={choices}
      selected={selected}
      onChange={select}
      error={error ?? undefined}
    />
  );
}
