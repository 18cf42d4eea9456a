import express, { type Router } from "express";
import type { ApiDeps } from "./api-deps.ts";
import { readApiFault } from "./faults.ts";
import { freshdeskApi } from "./freshdesk.ts";
import { zendeskApi } from "./zendesk.ts";

/** Both ticket APIs of the help desk, and the switch that makes them misbehave. */
export function ticketApis(deps: ApiDeps): Router {
  const router = express.Router();
  router.post("/help-desk/faults", express.json(), (req, res) => {
    const wanted = readApiFault(req.body);
    if (!wanted.success) return void res.status(400).json({ error: "mode" });
    deps.faults.mode = wanted.data.mode;
    return void res.json(wanted.data);
  });
  router.use("/freshdesk/api/v2", freshdeskApi(deps));
  router.use("/zendesk/api/v2", zendeskApi(deps));
  return router;
}
