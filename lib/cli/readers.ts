import { readersUsage, runReaders } from "../readers/command"
import { readersDatabase } from "./readers-database"

const args = process.argv.slice(2)
try {
  const done = await runReaders(args, readersDatabase(), (line) => console.log(line))
  if (done === undefined) console.error(`usage: npm run readers -- <command>\n${readersUsage}`)
  process.exitCode = done === undefined ? 2 : done ? 0 : 1
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
