/** The layer table of the README as rules. Each rule's comment is what a person reads when it breaks. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: "^(app|sandbox|cli|scripts|test|server\\.ts)", pathNot: allowed },
});

export default {
  forbidden: [
    only(
      "domain-is-pure",
      "^app/domain/",
      ["^app/domain/"],
      "The domain imports nothing but itself: no I/O, clock or framework.",
    ),
    {
      name: "domain-libraries",
      comment: "The domain may use pure libraries only.",
      severity: "error",
      from: { path: "^app/domain/" },
      to: {
        dependencyTypesNot: ["local", "localmodule", "aliased-subpath-import", "type-only"],
        pathNot: "node_modules/(dinero\\.js|temporal-polyfill|temporal-spec|zod)/",
      },
    },
    only(
      "ports-know-the-domain",
      "^app/ports/",
      ["^app/ports/", "^app/domain/index\\.ts"],
      "Ports speak the domain's language only.",
    ),
    only(
      "services-use-ports",
      "^app/services/",
      ["^app/services/", "^app/ports/", "^app/domain/index\\.ts", "^app/messages/"],
      "Use-cases reach the outside through ports, never through an adapter, a route or a framework.",
    ),
    only(
      "adapters-decide-nothing",
      "^app/adapters/",
      ["^app/adapters/", "^app/ports/", "^app/domain/index\\.ts", "^app/config\\.server\\.ts"],
      "Adapters do I/O for a port; they call no use-case.",
    ),
    only(
      "messages-are-text",
      "^app/messages/",
      ["^app/messages/", "^app/domain/text\\.ts", "^app/domain/index\\.ts", "^app/ports/"],
      "Catalogues and their renderer know notes and failures, no page and no adapter.",
    ),
    only(
      "http-is-the-edge",
      "^app/http/",
      [
        "^app/http/",
        "^app/services/",
        "^app/ports/",
        "^app/domain/index\\.ts",
        // Lists that fields offer: the browser would get all rules with the index.
        "^app/domain/(account/account|closing-path/partner-balance|money/currency)\\.ts",
        "^app/messages/",
        "^app/load-context\\.ts",
        "^app/container\\.server\\.ts",
      ],
      "Request helpers parse and guard; they reach adapters only through the container.",
    ),
    only(
      "routes-call-services",
      "^app/routes/",
      [
        "^app/routes/",
        "^app/http/",
        "^app/services/",
        "^app/ports/",
        "^app/domain/index\\.ts",
        "^app/messages/",
        "^app/components/",
        "^app/styles/",
        "^app/load-context\\.ts",
      ],
      "A route authenticates, parses, calls one use-case and answers; adapters come through the container.",
    ),
    only(
      "components-only-show",
      "^app/components/",
      ["^app/components/", "^app/domain/", "^app/messages/", "^app/ports/", "^app/http/", "^app/services/"],
      "Views take view models; their types may come from the use-case or the page view that makes them, never from a route.",
    ),
    {
      name: "components-import-no-server-code",
      comment: "Views may import server modules as types only: the bundle must not grow by them.",
      severity: "error",
      from: { path: "^app/components/" },
      to: { path: "\\.server\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "exit-pages-stay-small",
      comment: "The page outside the admin is plain HTML in 60 kB: nothing of Shopify's goes into it.",
      severity: "error",
      from: { path: "^app/(components/exit/|routes/exit)" },
      to: { path: "node_modules/@shopify/" },
    },
    only(
      "jobs-call-services",
      "^app/jobs/",
      ["^app/jobs/", "^app/services/", "^app/ports/", "^app/container\\.server\\.ts", "^app/adapters/queue/"],
      "A job handler parses its payload and calls one use-case.",
    ),
    only(
      "pack-script-stands-alone",
      "^app/adapters/evidence/script/",
      ["^app/adapters/evidence/script/"],
      "The script in a pack shares no code with Settled: it has to prove what Settled worked out.",
    ),
    only(
      "sandbox-stands-alone",
      "^sandbox/",
      ["^sandbox/"],
      "The sandbox stands in for the outside world and shares no code with the app.",
    ),
    only(
      "cli-uses-the-core",
      "^cli/",
      ["^cli/", "^app/domain/index\\.ts", "^app/messages/"],
      "The command is the core with a keyboard: no database, network or framework.",
    ),
    {
      name: "no-test-code-outside-tests",
      severity: "error",
      from: { pathNot: "^(test|bench)/" },
      to: { path: "^test/" },
    },
    {
      name: "no-cycles",
      comment:
        "Types count too: two files that need each other's types are one thought, or one of the types lies wrong.",
      severity: "error",
      from: { path: "^(app|sandbox|cli|scripts)" },
      to: { circular: true },
    },
    {
      name: "no-circle-of-folders",
      comment:
        "The capabilities stand in a stack (docs/decisions): no folder looks back up, not even for a type.",
      severity: "error",
      scope: "folder",
      from: { path: "^app/(domain|services)" },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "app/adapters/db/generated" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
