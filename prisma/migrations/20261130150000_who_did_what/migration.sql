-- AlterTable
ALTER TABLE "ExitCode" ADD COLUMN "provedUntil" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "StoreEvent" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StoreEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffName" (
    "shop" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StaffName_pkey" PRIMARY KEY ("shop","actor")
);

-- CreateIndex
CREATE INDEX "StoreEvent_shop_at_idx" ON "StoreEvent"("shop", "at");
