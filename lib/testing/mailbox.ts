import type { AddressInfo } from "node:net"
import { simpleParser, type ParsedMail } from "mailparser"
import { SMTPServer, type SMTPServerOptions } from "smtp-server"

/** A mail server on the loopback address that keeps what it gets. */
export async function openMailbox(options: SMTPServerOptions = {}) {
  const mails: { to: readonly string[]; mail: ParsedMail }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail })
        done()
      }, done)
    },
    ...options,
  })
  server.on("error", () => undefined) // a client that breaks off
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}
