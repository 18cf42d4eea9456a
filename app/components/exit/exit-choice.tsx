export type ExitOption = { value: string; label: string; help?: string };
type Props = {
  name: string;
  title: string;
  help?: string;
  options: ExitOption[];
  /** What was answered before; nothing is chosen for somebody who has not answered. */
  chosen: string | null;
};

/** One question with its answers, as plain HTML. */
export function ExitChoice({ name, title, help, options, chosen }: Props) {
  return (
    <fieldset id={name}>
      <legend>{title}</legend>
      {help ? <p className="help">{help}</p> : null}
      {options.map((option) => {
        const id = `${name}-${option.value}`;
        return (
          <label key={option.value} className="check" htmlFor={id}>
            <input
              id={id}
              name={name}
              type="radio"
              value={option.value}
              defaultChecked={chosen === option.value}
            />
            <span>
              {option.label}
              {option.help ? <span className="help"> {option.help}</span> : null}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
