import type { NextAdapter } from "next"

/** What Next.js has built, as it hands it to an adapter. */
export type NextOutput = Parameters<NonNullable<NextAdapter["onBuildComplete"]>>[0]["outputs"]
