declare module "negotiator" {
  import type { IncomingMessage } from "node:http"

  /** Content negotiation; the package's 1.1 has options that its published types lack. */
  export default class Negotiator {
    constructor(request: Pick<IncomingMessage, "headers">)
    /** The available encodings that the client takes, the one it likes best first. */
    encodings(available: string[], options: { preferred: string[] }): string[]
  }
}
