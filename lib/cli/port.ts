import { once } from "node:events"
import { createServer } from "node:net"

/** The port that `PORT` names; 3000 where it names none. Ends the program where it is none. */
export function portFrom(value: string | undefined): number {
  if (value === undefined || value === "") return 3000
  if (/^\d+$/.test(value) && Number(value) <= 65_535) return Number(value)
  console.error(`Unexpected PORT=${value}, expected a number from 0 to 65535`)
  return process.exit(2)
}

/** What is wrong with a port, and how to say another. */
export const portProblem = (
  { code, message }: NodeJS.ErrnoException,
  { port, host, command }: { port: number; host: string; command: string },
): string =>
  code === "EADDRINUSE"
    ? `Unexpected program on port ${port} of ${host}, expected a free one: stop it, or say PORT=${port + 1} ${command}`
    : `Unexpected failure to listen on ${host}:${port}: ${message}`

/** @throws NodeJS.ErrnoException unless a program can listen on a port of this host, or of every host */
export async function expectFree(port: number, host?: string): Promise<void> {
  const server = createServer().listen(port, host)
  await once(server, "listening")
  server.close()
  await once(server, "close")
}
