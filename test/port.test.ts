import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { type OpenPort, openPort } from "#app/port.server.ts";

/** So long that no busy machine reaches them; `drain` says how long the end waits. */
const TIMES = { head: 60_000, whole: 60_000, look: 60_000 };

async function aPort({ drain = 60_000 } = {}): Promise<OpenPort & { origin: string }> {
  const opened = await openPort(0, { ...TIMES, drain });
  onTestFinished(() => opened.close());
  return { ...opened, origin: `http://localhost:${opened.port}` };
}

describe("the port", () => {
  it("asks everybody to come again until the app is there", async () => {
    const { origin, serve } = await aPort();
    const early = await fetch(`${origin}/readyz`);
    expect([early.status, early.headers.get("retry-after")]).toEqual([503, "1"]);
    serve((_request, response) => void response.end("ready"));
    expect(await (await fetch(`${origin}/readyz`)).text()).toBe("ready");
  });

  it("that is taken is named, with what to do", async () => {
    const { port } = await aPort();
    await expect(openPort(port)).rejects.toThrow(
      `Port ${port} is taken. Set PORT to another one, or end what listens there.`,
    );
  });

  it("lets a request under way end before it closes, and takes no new one", async () => {
    const { origin, serve, close } = await aPort();
    let finish = () => {};
    const arrived = new Promise<void>((resolve) => {
      serve((_request, response) => {
        finish = () => void response.end("done");
        resolve();
      });
    });
    const answer = fetch(origin);
    await arrived;
    const closed = close();
    await expect(fetch(origin)).rejects.toThrow();
    finish();
    expect(await (await answer).text()).toBe("done");
    await closed;
  });

  it("is not held open by a line on which nothing comes", async () => {
    const { origin, serve, close, port } = await aPort({ drain: 10 });
    serve((_request, response) => void response.end("ready"));
    const line = connect(port, "localhost");
    await once(line, "connect");
    await (await fetch(origin, { headers: { connection: "keep-alive" } })).text();
    await close();
    await once(line, "close");
  });
});
