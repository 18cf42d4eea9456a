import { createServer } from "node:net";

/** A port nobody listens on at the moment: the system chooses it. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Ports for one demo; three servers, three ports, asked for at once so that they differ. */
export async function freePorts(): Promise<{ sandbox: number; app: number; smtp: number }> {
  const [sandbox = 0, app = 0, smtp = 0] = await Promise.all([freePort(), freePort(), freePort()]);
  return { sandbox, app, smtp };
}
