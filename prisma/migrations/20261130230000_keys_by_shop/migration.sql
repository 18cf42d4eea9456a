-- Every key begins with the shop, so that the tables can be distributed by it (docs/capacity.md). The keys of a session and of
-- a code stay unique by themselves for the version that runs beside this one: it writes them by those alone.
ALTER TABLE "RequestAccount" DROP CONSTRAINT "RequestAccount_requestId_fkey";
ALTER TABLE "ClosingEvent" DROP CONSTRAINT "ClosingEvent_requestId_fkey";
ALTER TABLE "RequestCheck" DROP CONSTRAINT "RequestCheck_requestId_fkey";
DROP INDEX "Session_shop_idx";
DROP INDEX "ClosingRequest_openKey_key";
DROP INDEX "ClosingRequest_reference_key";
DROP INDEX "ClosingRequest_shop_idx";
DROP INDEX "RequestAccount_openKey_key";
DROP INDEX "RequestAccount_shop_idx";
DROP INDEX "ClosingEvent_requestId_at_idx";
DROP INDEX "OutboundTicket_requestId_key";
DROP INDEX "OutboundTicket_key_key";
DROP INDEX "OutboundTicket_shop_idx";
DROP INDEX "OutboundMail_dedupeKey_key";
DROP INDEX "OutboundMail_shop_idx";
DROP INDEX "WebhookDelivery_shop_idx";
DROP INDEX "AccessLink_shop_idx";
DROP INDEX "ExitCode_shop_idx";
DROP INDEX "Export_runningKey_key";
DROP INDEX "RequestCheck_shop_idx";
DROP INDEX "OutboundEvent_shop_idx";
ALTER TABLE "Session" DROP CONSTRAINT "Session_pkey",
ADD CONSTRAINT "Session_pkey" PRIMARY KEY ("shop", "id");
ALTER TABLE "ClosingRequest" DROP CONSTRAINT "ClosingRequest_pkey",
ADD CONSTRAINT "ClosingRequest_pkey" PRIMARY KEY ("shop", "id");
ALTER TABLE "RequestAccount" DROP CONSTRAINT "RequestAccount_pkey",
ADD CONSTRAINT "RequestAccount_pkey" PRIMARY KEY ("shop", "requestId", "accountSid");
ALTER TABLE "ClosingEvent" DROP CONSTRAINT "ClosingEvent_pkey",
ADD CONSTRAINT "ClosingEvent_pkey" PRIMARY KEY ("shop", "id");
ALTER TABLE "OutboundTicket" DROP CONSTRAINT "OutboundTicket_pkey",
ADD CONSTRAINT "OutboundTicket_pkey" PRIMARY KEY ("shop", "id");
ALTER TABLE "OutboundMail" DROP CONSTRAINT "OutboundMail_pkey",
ADD CONSTRAINT "OutboundMail_pkey" PRIMARY KEY ("shop", "id");
ALTER TABLE "WebhookDelivery" DROP CONSTRAINT "WebhookDelivery_pkey",
ADD CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("shop", "webhookId");
ALTER TABLE "AccessLink" DROP CONSTRAINT "AccessLink_pkey",
ADD CONSTRAINT "AccessLink_pkey" PRIMARY KEY ("shop", "idHash");
ALTER TABLE "ExitCode" DROP CONSTRAINT "ExitCode_pkey",
ADD CONSTRAINT "ExitCode_pkey" PRIMARY KEY ("shop", "visit");
ALTER TABLE "StoreEvent" DROP CONSTRAINT "StoreEvent_pkey",
ADD CONSTRAINT "StoreEvent_pkey" PRIMARY KEY ("shop", "id");
ALTER TABLE "RequestCheck" DROP CONSTRAINT "RequestCheck_pkey",
ADD CONSTRAINT "RequestCheck_pkey" PRIMARY KEY ("shop", "requestId", "kind");
ALTER TABLE "OutboundEvent" DROP CONSTRAINT "OutboundEvent_pkey",
ADD CONSTRAINT "OutboundEvent_pkey" PRIMARY KEY ("shop", "id");
CREATE UNIQUE INDEX "Session_id_key" ON "Session"("id");
CREATE UNIQUE INDEX "ClosingRequest_shop_openKey_key" ON "ClosingRequest"("shop", "openKey");
CREATE UNIQUE INDEX "ClosingRequest_shop_reference_key" ON "ClosingRequest"("shop", "reference");
CREATE UNIQUE INDEX "RequestAccount_shop_openKey_key" ON "RequestAccount"("shop", "openKey");
CREATE INDEX "ClosingEvent_shop_requestId_at_idx" ON "ClosingEvent"("shop", "requestId", "at");
CREATE UNIQUE INDEX "OutboundTicket_shop_requestId_key" ON "OutboundTicket"("shop", "requestId");
CREATE UNIQUE INDEX "OutboundTicket_shop_key_key" ON "OutboundTicket"("shop", "key");
CREATE UNIQUE INDEX "OutboundMail_shop_dedupeKey_key" ON "OutboundMail"("shop", "dedupeKey");
CREATE INDEX "AccessLink_idHash_idx" ON "AccessLink"("idHash");
CREATE UNIQUE INDEX "ExitCode_visit_key" ON "ExitCode"("visit");
CREATE UNIQUE INDEX "Export_shop_runningKey_key" ON "Export"("shop", "runningKey");
ALTER TABLE "RequestAccount" ADD CONSTRAINT "RequestAccount_shop_requestId_fkey" FOREIGN KEY ("shop", "requestId") REFERENCES "ClosingRequest"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ClosingEvent" ADD CONSTRAINT "ClosingEvent_shop_requestId_fkey" FOREIGN KEY ("shop", "requestId") REFERENCES "ClosingRequest"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RequestCheck" ADD CONSTRAINT "RequestCheck_shop_requestId_fkey" FOREIGN KEY ("shop", "requestId") REFERENCES "ClosingRequest"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;
