export type TaskShape = "left" | "ending" | "done" | "not-checked" | "only-you";

/** A task's state as a shape, so that neither colour nor print nor forced colours are needed to tell it. */
export function StateShape({ shape }: { shape: TaskShape }) {
  return (
    <svg className={`state-shape state-${shape}`} viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      {shape === "only-you" ? (
        <>
          <circle cx="9" cy="6" r="3" />
          <path d="M3.5 15.5c.5-3.2 2.6-4.7 5.5-4.7s5 1.5 5.5 4.7z" />
        </>
      ) : (
        <circle cx="9" cy="9" r={shape === "done" ? 8 : 7} />
      )}
      {shape === "ending" ? <path className="state-fill" d="M9 2a7 7 0 0 1 0 14z" /> : null}
      {shape === "done" ? <path className="state-check" d="M5.5 9.3l2.4 2.4 4.6-5" /> : null}
    </svg>
  );
}
