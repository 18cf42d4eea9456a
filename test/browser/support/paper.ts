import type { Frame } from "playwright-core";
import type { Demo } from "./demo.ts";

/** On how many sheets a page prints by itself: no frame around it, and nothing that runs. */
export async function sheetsOf(demo: Demo, frame: Frame): Promise<number> {
  const body = (await frame.content()).replace(
    /<script[\s\S]*?<\/script>|<link[^>]*(?:modulepreload|as="script")[^>]*>/g,
    "",
  );
  const sheet = await demo.newPage({ javaScriptEnabled: false });
  const address = `${demo.appUrl}/printed`;
  await sheet.route(address, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  await sheet.goto(address);
  const pdf = await sheet.pdf({ preferCSSPageSize: true });
  await sheet.context().close();
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
