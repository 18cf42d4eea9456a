-- CreateTable
CREATE TABLE "Choice" (
    "shop" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "granted" BOOLEAN NOT NULL,
    "decidedAt" TIMESTAMP(3) NOT NULL,
    "decidedBy" TEXT NOT NULL,

    CONSTRAINT "Choice_pkey" PRIMARY KEY ("shop","name")
);

-- CreateTable
CREATE TABLE "SuppressedAddress" (
    "addressMac" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "suppressedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SuppressedAddress_pkey" PRIMARY KEY ("addressMac")
);

-- CreateTable
CREATE TABLE "ErasureDue" (
    "shop" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ErasureDue_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "DeletionRecord" (
    "id" TEXT NOT NULL,
    "shopMac" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "erased" JSONB NOT NULL,
    "erasedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DeletionRecord_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DeletionRecord_shopMac_idx" ON "DeletionRecord"("shopMac");
