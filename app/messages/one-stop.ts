/** The stop of a shortened word ("17 juil.") is the sentence's too where it stands at its end. An ellipsis stays. */
export const oneStop = (text: string): string => text.replace(/(?<!\.)\.\.(?!\.)/g, ".");
