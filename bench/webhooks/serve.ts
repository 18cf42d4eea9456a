import type { RequestListener } from "node:http";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#app/adapters/db/generated/client.ts";
import { createWebhookBurst } from "#app/adapters/limits/limits.server.ts";
import { readConfig } from "#app/config.server.ts";
import { createContainer } from "#app/container.server.ts";
import { startHttp } from "#app/http.server.ts";
import { openPort } from "#app/port.server.ts";
import { startWorker } from "#app/worker.server.ts";
import { TEMPLATE_PATH, templateRoute } from "./template-route.ts";

/**
 * The app as it is served, with the template's route beside its own; prints its port. Argument "worker": its background
 * work runs in this process too.
 */
const config = readConfig();
const container = {
  ...(await createContainer(config)),
  webhookRateLimit: createWebhookBurst({ warn: () => undefined }, 1e9),
};
const port = await openPort(0);
let own: RequestListener = (_request, response) => response.writeHead(503).end();
await startHttp(container, {
  ...port,
  serve: (app) => {
    own = app;
  },
});
const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: config.DATABASE_URL ?? "" }) });
const template = templateRoute(container, (shop, id) => prisma.session.findFirst({ where: { shop, id } }));
port.serve((request, response) =>
  request.url === TEMPLATE_PATH ? template(request, response) : own(request, response),
);
if (process.argv[2] === "worker") await startWorker(container);
process.stdout.write(`${JSON.stringify({ port: port.port })}\n`);
process.once("SIGTERM", async () => {
  await port.close();
  await prisma.$disconnect();
  await container.close();
  process.exit(0);
});
