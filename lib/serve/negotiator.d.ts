declare module "negotiator" {
  import type { IncomingMessage } from "node:http"

  /** Content negotiation; the package's 1.1 has options that its published types lack. */
  export default class Negotiator {
    constructor(request: Pick<IncomingMessage, "headers">)
    /** The available media types that the client takes, the one it likes best first. */
    mediaTypes(available: string[]): string[]
    /** The same of encodings. */
    encodings(available: string[], options: { preferred: string[] }): string[]
  }
}
