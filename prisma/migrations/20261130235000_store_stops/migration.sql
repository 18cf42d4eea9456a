-- A store that is paused, frozen or closed leaves impact.com running as an uninstall does; the merchant is warned once each time.
ALTER TABLE "Shop" ADD COLUMN "storeStop" TEXT,
ADD COLUMN "storeNewsAt" TIMESTAMP(3);
