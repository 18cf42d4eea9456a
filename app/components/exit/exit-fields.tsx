import { useTranslator } from "#app/components/page/translator.tsx";
import type { FormField } from "#app/http/form-field.ts";
import { ExitChoice } from "./exit-choice.tsx";
import { ExitField } from "./exit-field.tsx";
import { ExitSelect } from "./exit-select.tsx";

type Props<Name extends string> = {
  fields: readonly FormField<Name>[];
  values: Readonly<Record<Name, string>>;
  errorOf: (name: Name) => string | undefined;
  /** What amounts are in; `isCurrencyKnown` unless the form itself asks for it. */
  currency: string;
  isCurrencyKnown: boolean;
  /** Help that depends on more than the field. */
  helpOf?: (name: Name) => string | undefined;
};

/** The fields of a form as plain HTML. */
export const ExitFields = <Name extends string>({ fields, ...shared }: Props<Name>) =>
  fields.map((field) => <OneField key={field.name} field={field} {...shared} />);

type OneProps<Name extends string> = Omit<Props<Name>, "fields"> & { field: FormField<Name> };

function OneField<Name extends string>({ field, values, errorOf, helpOf, ...money }: OneProps<Name>) {
  const { t } = useTranslator();
  const { currency, isCurrencyKnown } = money;
  const { name } = field;
  const value = values[name];
  const helpId = field.plainHelp ?? field.help;
  const shared = {
    name,
    label: t(field.label),
    help: helpOf?.(name) ?? (helpId && t(helpId, { currency })),
    error: errorOf(name),
  };
  switch (field.kind) {
    case "date":
      return <ExitField {...shared} value={value} type="date" />;
    case "amount": {
      const label = isCurrencyKnown ? `${shared.label} (${currency})` : shared.label;
      return <ExitField {...shared} label={label} value={value} inputMode="decimal" />;
    }
    case "select":
      return <ExitSelect {...shared} options={field.options(t, value)} chosen={value} />;
    case "choice":
      return <ExitChoice name={name} title={shared.label} options={field.options(t, value)} chosen={value} />;
  }
}
