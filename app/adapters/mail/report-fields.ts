export type Fields = Map<string, string>;

/** Longer parts are no reports on one mail of ours. */
const MAX_PART = 64 * 1024;

/** Header fields by their lower-case name; folded lines are joined, the first of a name counts. */
export const fieldsOf = (text: string): Fields => readGroups(text)[0] ?? new Map();

/** The groups of a delivery status, parted by empty lines: one for the message, then one for each recipient. */
export const fieldGroups = (text: string): Fields[] => readGroups(text);

/** One pass over the lines. */
function readGroups(text: string): Fields[] {
  const groups: Fields[] = [];
  let group: [string, string[]][] = [];
  const end = () => {
    if (group.length > 0) groups.push(asFields(group));
    group = [];
  };
  for (const line of text.slice(0, MAX_PART).split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon);
    if (line.trim() === "") end();
    else if (line.startsWith(" ") || line.startsWith("\t")) group.at(-1)?.[1].push(line.trim());
    else if (colon > 0 && /^[!-9;-~]+$/.test(name))
      group.push([name.toLowerCase(), [line.slice(colon + 1).trim()]]);
  }
  end();
  return groups;
}

function asFields(lines: [string, string[]][]): Fields {
  const fields: Fields = new Map();
  for (const [name, values] of lines) if (!fields.has(name)) fields.set(name, values.join(" ").trim());
  return fields;
}
