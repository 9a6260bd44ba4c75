import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { createTransport } from "nodemailer"
import type { Letter } from "./letters"

/** What became of a letter. */
export type Outcome =
  | { is: "sent" }
  /** The receiver will never take it; whether it is the address that it does not know. */
  | { is: "refused"; answer: string; isAddress: boolean }
  /** Whether it is the receiver that does not take it now, and not the way there that is closed. */
  | { is: "later"; answer: string; isReceiver: boolean }

/** Hands letters to a mail server. */
export type Mailer = { send: (letter: Letter) => Promise<Outcome>; close: () => void }

/** @param url `smtp://user:password@host:587`, or `smtps://…` */
export function createMailer(url: string): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ from, to, ...letter }) {
      try {
        await transport.sendMail({ from, to: { name: "", address: to }, ...letter })
        return { is: "sent" }
      } catch (error) {
        return outcomeOf(error as SmtpError)
      }
    },
    close: () => transport.close(),
  }
}

/** Puts letters into a folder, where an author can look at them; none is sent. */
export const createFolderMailer = (
  folder: string,
  tell: (line: string) => void = console.log,
): Mailer => ({
  async send({ messageId, to, subject, html, text }) {
    const name = join(folder, messageId.replace(/^<|@.*/g, "").replaceAll(/[^\w-]/g, "-"))
    await mkdir(folder, { recursive: true })
    await writeFile(`${name}.html`, html)
    await writeFile(`${name}.txt`, text)
    tell(`Mail to ${to}, not sent: ${subject}\n  ${name}.html`)
    return { is: "sent" }
  },
  close: () => undefined,
})

type SmtpError = Error & { code?: string; responseCode?: number; command?: string }

/** What an error says (RFC 5321, 4.2.1): 5xx is for good, 4xx for now. */
export function outcomeOf({ code, responseCode = 0, command, message }: SmtpError): Outcome {
  const ofLetter = code === "EENVELOPE" || code === "EMESSAGE"
  if (ofLetter && responseCode >= 500) {
    // 550 to 553 of a recipient: no such mailbox. Any other may be about us.
    const isAddress = command === "RCPT TO" && responseCode >= 550 && responseCode <= 553
    return { is: "refused", answer: message, isAddress }
  }
  return { is: "later", answer: message, isReceiver: ofLetter && responseCode >= 400 }
}
