import { handOver } from "#app/services/requests/hand-over.server.ts";
import { showRequest } from "#app/services/requests/show-request.server.ts";
import { A_REQUEST } from "./a-request.ts";
import { addressOf, seedShop } from "./exit-shop.ts";
import { type ExitStage, pause } from "./exit-stage.ts";

const EVERY_MS = 5_000;
const DESK = "help-desk@sandbox.example";

/** Stores that hand over a closing request, which whichever worker is alive sends to the desk. */
export function startTickets(stage: ExitStage) {
  const requests = new Map<string, string>();

  async function begin(shop: string): Promise<void> {
    const { deps } = stage.judge();
    await seedShop(stage.judge(), shop);
    const handed = await handOver({ shop, ...A_REQUEST }, deps);
    if (!("reference" in handed)) throw new Error("A request was refused.");
    requests.set(shop, handed.reference);
  }

  const shown = (shop: string, reference: string) => showRequest({ shop, reference }, stage.judge().deps);

  return {
    begun: () => requests.size,
    run: async (isOver: () => boolean): Promise<void> => {
      for (let count = 0; !isOver(); count += 1, await pause(EVERY_MS))
        // Where the database is away nothing is handed over, and nobody was told that it was.
        await begin(`ticket-${count}.myshopify.com`).catch(() => undefined);
    },
    /** What did not arrive, arrived twice as two tickets, or is not called sent. */
    wrong: async (patienceMs: number): Promise<string[]> => {
      const end = Date.now() + patienceMs;
      const problems: string[] = [];
      for (const [shop, reference] of requests) {
        while ((await shown(shop, reference))?.status !== "sent" && Date.now() < end) await pause(500);
        const request = await shown(shop, reference);
        const history = (request?.events ?? []).map(({ trigger }) => trigger).join(" ");
        if (request?.status !== "sent") problems.push(`${shop}: its request stands at ${request?.status}`);
        if (history !== "handed-over channel-accepted") problems.push(`${shop}: history ${history}`);
        const arrived = stage.provider.taken.filter(
          ({ to, replyTo }) => to === DESK && replyTo === addressOf(shop),
        );
        const tickets = new Set(arrived.map(({ messageId }) => messageId)).size;
        if (tickets !== 1) problems.push(`${shop}: ${tickets} tickets`);
      }
      return problems;
    },
  };
}
