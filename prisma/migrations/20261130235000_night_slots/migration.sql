-- When a store's next nightly reading begins: a night that was missed is still due, and no store is taken twice.
ALTER TABLE "Shop" ADD COLUMN "nightAt" TIMESTAMP(3);
CREATE INDEX "Shop_nightAt_idx" ON "Shop"("nightAt");
