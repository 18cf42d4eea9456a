/** One selected field of a GraphQL document. */
export interface Field {
  readonly name: string;
  /** Key of the answer: the alias, or the name. */
  readonly key: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly fields: readonly Field[];
}

export interface Operation {
  readonly kind: "query" | "mutation";
  readonly fields: readonly Field[];
}

const tokenPattern = /"(?:[^"\\]|\\.)*"|\.\.\.|[A-Za-z_]\w*|\$\w+|-?\d+(?:\.\d+)?|[{}()[\]:!=@]/g;

class Reader {
  #tokens: readonly string[];
  #at = 0;
  #variables: Readonly<Record<string, unknown>>;

  constructor(document: string, variables: Readonly<Record<string, unknown>>) {
    this.#tokens = document.replace(/#[^\n]*/g, "").match(tokenPattern) ?? [];
    this.#variables = variables;
  }

  peek(): string | undefined {
    return this.#tokens[this.#at];
  }
  next(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new SyntaxError("Unexpected end of document");
    return token;
  }
  take(token: string): boolean {
    if (this.peek() !== token) return false;
    this.#at++;
    return true;
  }
  expect(token: string): void {
    const found = this.next();
    if (found !== token) throw new SyntaxError(`Expected ${token}, found ${found}`);
  }
  skipPast(token: string): void {
    while (this.next() !== token);
  }

  fields(): Field[] {
    this.expect("{");
    const found: Field[] = [];
    while (!this.take("}")) found.push(this.field());
    return found;
  }
  field(): Field {
    const key = this.next();
    if (key === "...") throw new SyntaxError("The sandbox does not read GraphQL fragments");
    const name = this.take(":") ? this.next() : key;
    const args = this.take("(") ? this.members(")") : {};
    return { key, name, args, fields: this.peek() === "{" ? this.fields() : [] };
  }
  members(end: string): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    while (!this.take(end)) {
      const name = this.next();
      this.expect(":");
      found[name] = this.value();
    }
    return found;
  }
  value(): unknown {
    const token = this.next();
    if (token === "{") return this.members("}");
    if (token === "[") {
      const items: unknown[] = [];
      while (!this.take("]")) items.push(this.value());
      return items;
    }
    if (token.startsWith("$")) return this.#variables[token.slice(1)];
    if (/^["\d-]|^(true|false|null)$/.test(token)) return JSON.parse(token);
    return token;
  }
}

/**
 * Reads the one operation of a GraphQL document: names, aliases, arguments and variables. Fragments and
 * directives are outside what the app sends. Throws SyntaxError for anything it cannot read.
 */
export function readOperation(document: string, variables: Readonly<Record<string, unknown>>): Operation {
  const reader = new Reader(document, variables);
  if (reader.peek() === "{") return { kind: "query", fields: reader.fields() };
  const kind = reader.next();
  if (kind !== "query" && kind !== "mutation") throw new SyntaxError(`Expected an operation, found ${kind}`);
  if (reader.peek() !== "{" && reader.peek() !== "(") reader.next();
  if (reader.take("(")) reader.skipPast(")");
  return { kind, fields: reader.fields() };
}
