import { join } from "node:path"
import { readSettings } from "../model/delivery-settings"
import { readersAddress } from "../model/readers-address"
import { openDatabase } from "./database"
import { createFolderMailer } from "./mailer"
import { sendDue } from "./sender"
import { createService } from "./service"
import { secretOf } from "./settings"

/** Nobody may follow what does not say so. */
const off = () => new Response("Not Found", { status: 404 })

/**
 * Answers a reader in development: with a database of its own, and mails that are put into a folder in
 * place of being sent. What links in them lead to is this server.
 */
export async function answerInDevelopment(request: Request, action: string): Promise<Response> {
  const { publications } = await readSettings(process.cwd())
  if (!publications) return off()
  const { origin, host, searchParams } = new URL(request.url)
  const site = { ...publications, url: origin }
  const { database, secret, mailer } = await opened()
  const answer = createService({ database, secret, publications: () => site })
  const found = await answer({
    method: request.method,
    action,
    token: searchParams.get("token") ?? "",
    form: new URLSearchParams(request.method === "POST" ? await request.text() : ""),
    host,
    client: "",
  })
  // Next.js has addresses with a slash at their end, from which another place is meant.
  const location = found.headers.get("Location")
  if (location !== null) {
    found.headers.set("Location", new URL(location, `${origin}${readersAddress(action)}`).href)
  }
  await sendDue({ database, secret, publications: site, mailer }, 100)
  return found
}

/** Outlives the modules, which a development server loads anew. */
const kept = globalThis as { partwiseReaders?: ReturnType<typeof open> }

const opened = () => (kept.partwiseReaders ??= open())

async function open() {
  const folder = join(process.cwd(), ".partwise/readers")
  const database = await openDatabase(join(folder, "readers.db"))
  const mailer = createFolderMailer(join(folder, "mails"))
  return { database, secret: await secretOf(database), mailer }
}
