-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "tendedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "Oddity" (
    "resource" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,
    "answers" INTEGER NOT NULL,
    "toldAt" TIMESTAMP(3),

    CONSTRAINT "Oddity_pkey" PRIMARY KEY ("resource","field","value")
);

-- CreateIndex
CREATE INDEX "Shop_uninstalledAt_idx" ON "Shop"("uninstalledAt");

-- CreateIndex
CREATE INDEX "OutboundMail_state_createdAt_idx" ON "OutboundMail"("state", "createdAt");

-- CreateIndex
CREATE INDEX "WebhookDelivery_handledAt_receivedAt_idx" ON "WebhookDelivery"("handledAt", "receivedAt");


-- Stores that left before this was noted were looked after every hour all the same.
UPDATE "Shop" SET "tendedAt" = timezone('UTC', now()) WHERE "uninstalledAt" IS NOT NULL;
