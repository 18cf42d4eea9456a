import { ChoiceList, FormLayout, Select, TextField } from "@shopify/polaris";
import type { FormField } from "#app/http/form-field.ts";
import { useTranslator } from "./translator.tsx";

type Props<Name extends string> = {
  fields: readonly FormField<Name>[];
  values: Readonly<Record<Name, string>>;
  set: (name: Name) => (value: string) => void;
  errorOf: (name: Name) => string | undefined;
  /** What amounts are in. */
  currency: string;
  /** Help that depends on more than the field. */
  helpOf?: (name: Name) => string | undefined;
};

/** The fields of a form in the admin. */
export function FormFields<Name extends string>({ fields, ...shared }: Props<Name>) {
  const rows: FormField<Name>[][] = [];
  for (const field of fields) {
    if (field.beside) rows.at(-1)?.push(field);
    else rows.push([field]);
  }
  const one = (field: FormField<Name>) => <OneField key={field.name} field={field} {...shared} />;
  return (
    <FormLayout>
      {rows.map((row) =>
        row.length === 1 ? (
          row.map(one)
        ) : (
          <FormLayout.Group key={row[0]?.name}>{row.map(one)}</FormLayout.Group>
        ),
      )}
    </FormLayout>
  );
}

type OneProps<Name extends string> = Omit<Props<Name>, "fields"> & { field: FormField<Name> };

function OneField<Name extends string>({ field, values, set, errorOf, currency, helpOf }: OneProps<Name>) {
  const { t } = useTranslator();
  const { name, kind } = field;
  const value = values[name];
  const help = helpOf?.(name) ?? (field.help && t(field.help, { currency }));
  const shared = { label: t(field.label), name, onChange: set(name), helpText: help, error: errorOf(name) };
  switch (kind) {
    case "date":
      return <TextField {...shared} value={value} type="date" autoComplete="off" />;
    case "amount":
      return <TextField {...shared} value={value} inputMode="decimal" suffix={currency} autoComplete="off" />;
    case "select":
      return <Select {...shared} value={value} options={field.options(t, value)} />;
    case "choice":
      return (
        <ChoiceList
          name={name}
          title={t(field.label)}
          selected={value === "" ? [] : [value]}
          onChange={([choice]) => set(name)(choice ?? "")}
          choices={field.options(t, value).map(({ help: helpText, ...choice }) => ({ ...choice, helpText }))}
        />
      );
  }
}
