// `node --import tsx bench/static-files.ts <folder> <port>`: the server that the Astro site gets. It
// sends every file brotli-compressed beforehand, as a good host would.
import { readdirSync, readFileSync } from "node:fs"
import { createServer } from "node:http"
import { extname, join, relative } from "node:path"
import { brotliCompressSync } from "node:zlib"

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
}

type Held = { type: string; plain: Buffer; brotli?: Buffer }

const [folder = ".", port = "0"] = process.argv.slice(2)
const held = new Map<string, Held>()
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue
  const file = join(entry.parentPath, entry.name)
  const type = types[extname(file)] ?? "application/octet-stream"
  const plain = readFileSync(file)
  const brotli = /text|json|svg/.test(type) ? brotliCompressSync(plain) : undefined
  const address = `/${relative(folder, file)}`.replace(/(^|\/)index\.html$/, "$1")
  held.set(address, { type, plain, brotli })
}

createServer((request, response) => {
  const found = held.get(decodeURI(request.url?.split("?")[0] ?? ""))
  if (!found) return void response.writeHead(404).end()
  const accepted = /\bbr\b/.test(request.headers["accept-encoding"] ?? "")
  const body = accepted ? (found.brotli ?? found.plain) : found.plain
  response.writeHead(200, {
    "Content-Type": found.type,
    "Content-Length": body.length,
    "Cache-Control": found.type.startsWith("text/html")
      ? "no-cache"
      : "max-age=31536000, immutable",
    ...(body === found.brotli && { "Content-Encoding": "br" }),
  })
  response.end(request.method === "HEAD" ? undefined : body)
}).listen(Number(port), "localhost")
