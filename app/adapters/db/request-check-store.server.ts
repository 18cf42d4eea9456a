import { z } from "zod";
import {
  CHECK_ANSWERS,
  CHECK_KINDS,
  type RequestCheckChange,
  type RequestCheckStore,
} from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from "./time.server.ts";

const kind = z.enum(CHECK_KINDS);
const answer = z.enum(CHECK_ANSWERS).nullable();

export function createRequestCheckStore(db: Db): RequestCheckStore {
  return {
    async find(shop, requestId, wanted) {
      const row = await db.requestCheck.findFirst({ where: { shop, requestId, kind: wanted } });
      return (
        row && {
          ...row,
          kind: kind.parse(row.kind),
          answer: answer.parse(row.answer),
          triedAt: toInstantOrNull(row.triedAt),
          answeredAt: toInstantOrNull(row.answeredAt),
          sameSince: toInstantOrNull(row.sameSince),
          nextAt: toInstant(row.nextAt),
        }
      );
    },
    async plan({ nextAt, ...key }) {
      await db.requestCheck.deleteMany({ where: key });
      await db.requestCheck.create({ data: { ...key, nextAt: toDate(nextAt) } });
    },
    async change({ shop, requestId, kind: of, triedAt }, change) {
      const where = { shop, requestId, kind: of, triedAt: toDateOrNull(triedAt) };
      const { count } = await db.requestCheck.updateMany({ where, data: toColumns(change) });
      return count === 1;
    },
    async remove(shop, requestId, wanted) {
      await db.requestCheck.deleteMany({ where: { shop, requestId, kind: wanted } });
    },
    due: ({ kind: wanted, states, now, after, limit }) =>
      db.requestCheck.findMany({
        where: {
          kind: wanted,
          nextAt: { lte: toDate(now) },
          requestId: { gt: after },
          request: { state: { in: [...states] } },
        },
        select: { shop: true, requestId: true },
        orderBy: { requestId: "asc" },
        take: limit,
      }),
  };
}

function toColumns({ triedAt, answeredAt, sameSince, nextAt, ...rest }: RequestCheckChange) {
  return {
    ...rest,
    ...(triedAt === undefined ? {} : { triedAt: toDateOrNull(triedAt) }),
    ...(answeredAt === undefined ? {} : { answeredAt: toDateOrNull(answeredAt) }),
    ...(sameSince === undefined ? {} : { sameSince: toDateOrNull(sameSince) }),
    ...(nextAt === undefined ? {} : { nextAt: toDate(nextAt) }),
  };
}
