-- CreateTable
CREATE TABLE "OutboundTicket" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "attemptedAt" TIMESTAMP(3),
    "proof" JSONB,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "OutboundTicket_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "OutboundTicket_requestId_key" ON "OutboundTicket"("requestId");

-- CreateIndex
CREATE UNIQUE INDEX "OutboundTicket_key_key" ON "OutboundTicket"("key");

-- CreateIndex
CREATE INDEX "OutboundTicket_shop_idx" ON "OutboundTicket"("shop");

-- CreateIndex
CREATE INDEX "OutboundTicket_state_idx" ON "OutboundTicket"("state");


-- The last guard behind the transition table: no history may say "closed" or "refund received" without evidence.
ALTER TABLE "ClosingEvent" ADD CONSTRAINT "ClosingEvent_evidence_check"
    CHECK ("toState" NOT IN ('closed', 'refund-received') OR "evidence" <> '{}'::jsonb);

-- Tickets were mails of their own purpose before; those still waiting keep their key, so that a mail which did go out
-- keeps its Message-ID.
INSERT INTO "OutboundTicket" ("id", "shop", "requestId", "channel", "key", "content", "state", "attempts", "createdAt")
    SELECT "id", "shop", "requestId", 'smtp', left(encode(sha256(convert_to("dedupeKey", 'UTF8')), 'hex'), 40),
        jsonb_build_object(
            'subject', "content"->>'subject',
            'body', "content"->>'body',
            'requester', jsonb_build_object('name', "shop", 'email', coalesce("content"->>'replyTo', "recipient"))),
        'pending', "attempts", "createdAt"
    FROM "OutboundMail" WHERE "purpose" = 'closing-ticket' AND "state" = 'pending' AND "requestId" IS NOT NULL;
DELETE FROM "OutboundMail" WHERE "purpose" = 'closing-ticket';
