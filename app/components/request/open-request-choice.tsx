import { useTranslator } from "#app/components/page/translator.tsx";
import { WholeReference } from "#app/components/page/whole-reference.tsx";

const OPTIONS = [
  { value: "keep-until-it-ends", label: "exit.deleteKeep", help: "exit.deleteKeepHelp" },
  { value: "delete-too", label: "exit.deleteToo", help: "exit.deleteTooHelp" },
] as const;

/** What deleting means for a request that impact.com has not answered yet; neither answer is chosen beforehand. */
export function OpenRequestChoice({ reference, chosen }: { reference: string; chosen: string | null }) {
  const { t } = useTranslator();
  return (
    <fieldset id="request">
      <legend>
        <WholeReference text={t("exit.deleteOpen", { reference })} />
      </legend>
      {OPTIONS.map(({ value, label, help }) => (
        <label key={value} className="check" htmlFor={value}>
          <input id={value} name="request" type="radio" value={value} defaultChecked={value === chosen} />
          <span>
            {t(label)}
            <span className="help"> {t(help)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
