import { reportProblems } from "./report"

process.exitCode = (await reportProblems()) ? 0 : 1
