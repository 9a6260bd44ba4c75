import { buildSite } from "../build/build-site"

process.exitCode = (await buildSite()) ? 0 : 1
