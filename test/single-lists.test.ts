import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

/**
 * Each list of allowed values stands in one place. Here every list gets a value that does not exist, in memory, and the
 * type checker has to name every place that must learn it. Whoever adds a place adds it here too.
 */
const LISTS = [
  {
    list: "the editions of impact.com",
    file: "app/domain/account/account.ts",
    last: "essentials",
    made: "professional",
    places: [
      "app/components/money/editions-card.tsx", // its line in the legend
      "app/components/money/editions-chart.tsx", // its line in the picture
      "app/http/facts-fields.ts", // its name in the catalogues
      "app/domain/plans/versions.ts", // its plan
      "app/services/drafts/ticket-lines.ts", // its name in the ticket
    ],
  },
  {
    list: "the kinds of account",
    file: "app/domain/account/account.ts",
    last: "agency",
    made: "network",
    places: [
      "app/adapters/impact/account-path.server.ts", // its part of the API
      "app/components/account/connection-card.tsx", // its name
      "app/components/account/figures-gate.tsx", // why it pays no fee
      "app/ports/impact-api.ts", // the scopes it needs
    ],
  },
  {
    list: "the channels to the help desk",
    file: "app/ports/help-desk.ts",
    last: "assisted",
    made: "fax",
    places: [
      "app/adapters/helpdesk/help-desk.server.ts", // what sends over it
      "app/config-channel.server.ts", // its settings
      "app/services/requests/show-request.server.ts", // its name
    ],
  },
  {
    list: "the languages",
    file: "app/messages/locales.ts",
    last: "nb",
    made: "tlh",
    places: [
      "test/messages/plain-words.test.ts", // the words that no text of ours may say
    ],
  },
  {
    list: "the faults of the sandbox's impact.com",
    file: "sandbox/impact/state/faults.ts",
    last: "odd-list",
    made: "moon-phase",
    places: [
      "sandbox/impact/state/faults.ts", // what it answers, in the same file
      "sandbox/impact/ui/pages/faults.ts", // its name
    ],
  },
] as const;

const ROOT = path.join(import.meta.dirname, "..");
const PLACES = LISTS.flatMap(({ places }) => [...places]);

/**
 * Reads the lists with the value that does not exist. Of the libraries only zod is looked at, whose types the settings are
 * made of: the others would cost seconds, and no list depends on them.
 */
function hostOf(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const read = host.readFile;
  const readFile = (name: string) => {
    let text = read(name);
    for (const { file, last, made } of LISTS)
      if (name === path.join(ROOT, file)) {
        const end = new RegExp(`"${last}"(?=,?\\s*\\])`);
        expect(text, `${file} ends its list with ${last}`).toMatch(end);
        text = text?.replace(end, `"${last}", "${made}"`);
      }
    return text;
  };
  return {
    ...host,
    readFile,
    getSourceFile: (name, language) => {
      const text = readFile(name);
      return text === undefined ? undefined : ts.createSourceFile(name, text, language);
    },
    resolveModuleNameLiterals: (names, from) =>
      names.map(({ text }) => ({
        resolvedModule: /^([.#]|zod$)/.test(text)
          ? ts.resolveModuleName(text, from, options, host).resolvedModule
          : undefined,
      })),
  };
}

it("a value added to a list is missed by the type checker at every place that must learn it", () => {
  const { config } = ts.readConfigFile(path.join(ROOT, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, ROOT);
  const roots = PLACES.map((file) => path.join(ROOT, file));
  const program = ts.createProgram(roots, { ...options, types: [] }, hostOf(options));
  const textsOf = (file: string) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(path.join(ROOT, file)))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  for (const { list, made, places } of LISTS) {
    const missing = PLACES.filter((file) => textsOf(file).some((text) => text.includes(made)));
    expect(missing, list).toEqual(places);
  }
});
