-- CreateTable
CREATE TABLE "RequestCheck" (
    "shop" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "triedAt" TIMESTAMP(3),
    "answer" TEXT,
    "answeredAt" TIMESTAMP(3),
    "sameSince" TIMESTAMP(3),
    "failure" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RequestCheck_pkey" PRIMARY KEY ("requestId","kind")
);

-- CreateTable
CREATE TABLE "OutboundEvent" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "OutboundEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RequestCheck_shop_idx" ON "RequestCheck"("shop");

-- CreateIndex
CREATE INDEX "RequestCheck_kind_nextAt_idx" ON "RequestCheck"("kind", "nextAt");

-- CreateIndex
CREATE INDEX "OutboundEvent_shop_idx" ON "OutboundEvent"("shop");

-- CreateIndex
CREATE INDEX "OutboundEvent_settledAt_idx" ON "OutboundEvent"("settledAt");

-- AddForeignKey
ALTER TABLE "RequestCheck" ADD CONSTRAINT "RequestCheck_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ClosingRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;


ALTER TABLE "RequestCheck"
    ADD CONSTRAINT "RequestCheck_kind" CHECK ("kind" IN ('desk', 'account')),
    ADD CONSTRAINT "RequestCheck_failures" CHECK ("failures" >= 0),
    ADD CONSTRAINT "RequestCheck_answer" CHECK (
        ("answer" IS NULL) = ("answeredAt" IS NULL) AND ("answer" IS NULL) = ("sameSince" IS NULL)
    );

ALTER TABLE "OutboundEvent"
    ADD CONSTRAINT "OutboundEvent_state" CHECK ("state" IN ('pending', 'sent', 'dropped')),
    ADD CONSTRAINT "OutboundEvent_settled" CHECK (("state" = 'pending') = ("settledAt" IS NULL));

-- Requests from before this table are asked about from now on as well.
INSERT INTO "RequestCheck" ("shop", "requestId", "kind", "nextAt")
SELECT t."shop", t."requestId", 'desk', t."createdAt"
FROM "OutboundTicket" t
JOIN "ClosingRequest" r ON r."id" = t."requestId"
WHERE t."state" = 'accepted' AND t."channel" <> 'smtp';

INSERT INTO "RequestCheck" ("shop", "requestId", "kind", "nextAt")
SELECT "shop", "id", 'account', "updatedAt" FROM "ClosingRequest" WHERE "state" IN ('closed', 'refund-received');
