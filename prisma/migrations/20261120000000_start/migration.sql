-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3),
    "sealed" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Shop" (
    "shop" TEXT NOT NULL,
    "shopifyId" TEXT,
    "name" TEXT NOT NULL,
    "contactEmail" TEXT,
    "locale" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "installedAt" TIMESTAMP(3) NOT NULL,
    "uninstalledAt" TIMESTAMP(3),
    "lastSeenAt" TIMESTAMP(3) NOT NULL,
    "mailStoppedAt" TIMESTAMP(3),

    CONSTRAINT "Shop_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "Connection" (
    "shop" TEXT NOT NULL,
    "accountSid" TEXT NOT NULL,
    "sealedToken" TEXT,
    "connectedAt" TIMESTAMP(3) NOT NULL,
    "connectedBy" TEXT NOT NULL,

    CONSTRAINT "Connection_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "StatedFact" (
    "shop" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "statedAt" TIMESTAMP(3) NOT NULL,
    "statedBy" TEXT NOT NULL,

    CONSTRAINT "StatedFact_pkey" PRIMARY KEY ("shop","name")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "shop" TEXT NOT NULL,
    "resource" TEXT NOT NULL,
    "body" JSONB,
    "checkedAt" TIMESTAMP(3),
    "triedAt" TIMESTAMP(3) NOT NULL,
    "failure" JSONB,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("shop","resource")
);

-- CreateTable
CREATE TABLE "ClosingRequest" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "openKey" TEXT,
    "reference" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "reason" TEXT,
    "wantedOn" TEXT,
    "openItems" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ClosingRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClosingEvent" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "fromState" TEXT,
    "toState" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ClosingEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboundMail" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "requestId" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "OutboundMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "webhookId" TEXT NOT NULL,
    "eventId" TEXT,
    "topic" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "triggeredAt" TIMESTAMP(3),
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "handledAt" TIMESTAMP(3),
    "outcome" TEXT,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("webhookId")
);

-- CreateTable
CREATE TABLE "AccessLink" (
    "idHash" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "AccessLink_pkey" PRIMARY KEY ("idHash")
);

-- CreateIndex
CREATE INDEX "Session_shop_idx" ON "Session"("shop");

-- CreateIndex
CREATE UNIQUE INDEX "ClosingRequest_openKey_key" ON "ClosingRequest"("openKey");

-- CreateIndex
CREATE UNIQUE INDEX "ClosingRequest_reference_key" ON "ClosingRequest"("reference");

-- CreateIndex
CREATE INDEX "ClosingRequest_shop_idx" ON "ClosingRequest"("shop");

-- CreateIndex
CREATE INDEX "ClosingEvent_requestId_at_idx" ON "ClosingEvent"("requestId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "OutboundMail_dedupeKey_key" ON "OutboundMail"("dedupeKey");

-- CreateIndex
CREATE INDEX "OutboundMail_shop_idx" ON "OutboundMail"("shop");

-- CreateIndex
CREATE INDEX "WebhookDelivery_shop_idx" ON "WebhookDelivery"("shop");

-- CreateIndex
CREATE INDEX "AccessLink_shop_idx" ON "AccessLink"("shop");

-- AddForeignKey
ALTER TABLE "ClosingEvent" ADD CONSTRAINT "ClosingEvent_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ClosingRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

