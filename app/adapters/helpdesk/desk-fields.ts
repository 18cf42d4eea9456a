/** Fields of the desk's own, by name, in its API's form; sent with every ticket, and never in place of ours. */
export type DeskFields = Record<string, unknown>;
