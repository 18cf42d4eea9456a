type Props = {
  name: string;
  label: string;
  help?: string | undefined;
  options: { value: string; label: string }[];
  chosen: string;
  error?: string | undefined;
};

/** One answer of a list that is too long for radio buttons, as plain HTML. */
export function ExitSelect({ name, label, help, options, chosen, error }: Props) {
  const described = [...(help ? [`${name}-help`] : []), ...(error ? [`${name}-error`] : [])].join(" ");
  return (
    <>
      <label htmlFor={name}>{label}</label>
      {help ? (
        <span className="help" id={`${name}-help`}>
          {help}
        </span>
      ) : null}
      <select
        id={name}
        name={name}
        defaultValue={chosen}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {error ? (
        <strong className="wrong" id={`${name}-error`}>
          {error}
        </strong>
      ) : null}
    </>
  );
}
