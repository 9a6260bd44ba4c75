import { main } from "./post/main"
import { terminal } from "./terminal"

process.exitCode = await main(process.argv.slice(2), terminal())
