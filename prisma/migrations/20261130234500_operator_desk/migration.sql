-- What is done at the operator's desk, and the desk's two ways to a case: by its reference and by its state.
CREATE TABLE "OperatorDeed" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OperatorDeed_pkey" PRIMARY KEY ("shop", "id")
);
CREATE INDEX "OperatorDeed_at_idx" ON "OperatorDeed"("at");
CREATE INDEX "ClosingRequest_reference_idx" ON "ClosingRequest"("reference");
CREATE INDEX "ClosingRequest_state_updatedAt_idx" ON "ClosingRequest"("state", "updatedAt");
