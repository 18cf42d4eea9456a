/** Lists whose unread rows could hold a closing, in the order in which the report names them. */
const CLOSING_LISTS = ["programs", "actions", "reversals", "contracts", "invoices", "catalogs"];

/** How many rows of any of these lists nobody could read. */
export const unreadIn = ({ unread }, lists) => lists.reduce((all, list) => all + (unread?.[list] ?? 0), 0);

/** The same of one list as a sentence; `read` is how many could be read, null where nobody counted them. */
export function unreadRows({ unread }, list, read = null) {
  const count = unread?.[list] ?? 0;
  if (count === 0) return [];
  return read === null
    ? [{ id: `core.unread.${list}`, values: { count } }]
    : [{ id: `core.unread.${list}Of`, values: { count, all: read + count } }];
}

export const unreadForClosing = (account) => CLOSING_LISTS.flatMap((list) => unreadRows(account, list));

/** An action that could not be read may be of the kind whose absence is promised: then as little is known as of none. */
export function knownWhole(account, actions) {
  const hasBoth = actions !== null && actions.locked > 0 && actions.pending.length > 0;
  return hasBoth || unreadIn(account, ["actions", "programs"]) === 0 ? actions : null;
}
