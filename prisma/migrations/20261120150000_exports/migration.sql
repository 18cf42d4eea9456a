-- AlterTable
ALTER TABLE "OutboundMail" ADD COLUMN     "headers" TEXT;

-- CreateTable
CREATE TABLE "Export" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "accountSid" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "plan" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "runningKey" TEXT,

    CONSTRAINT "Export_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "ExportPart" (
    "shop" TEXT NOT NULL,
    "exportId" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "ExportPart_pkey" PRIMARY KEY ("shop","exportId","step")
);

-- CreateTable
CREATE TABLE "InvoiceFile" (
    "shop" TEXT NOT NULL,
    "accountSid" TEXT NOT NULL,
    "invoiceId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "fetchedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "InvoiceFile_pkey" PRIMARY KEY ("shop","accountSid","invoiceId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Export_runningKey_key" ON "Export"("runningKey");

-- CreateIndex
CREATE INDEX "Export_expiresAt_idx" ON "Export"("expiresAt");

-- CreateIndex
CREATE INDEX "InvoiceFile_fetchedAt_idx" ON "InvoiceFile"("fetchedAt");

-- CreateIndex
CREATE INDEX "OutboundMail_shop_requestId_idx" ON "OutboundMail"("shop", "requestId");

-- AddForeignKey
ALTER TABLE "ExportPart" ADD CONSTRAINT "ExportPart_shop_exportId_fkey" FOREIGN KEY ("shop", "exportId") REFERENCES "Export"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Export" ADD CONSTRAINT "Export_state_check" CHECK ("state" IN ('running', 'done'));
ALTER TABLE "Export" ADD CONSTRAINT "Export_running_check" CHECK (("state" = 'running') = ("runningKey" IS NOT NULL));
ALTER TABLE "InvoiceFile" ADD CONSTRAINT "InvoiceFile_content_check" CHECK ("content" <> '');
