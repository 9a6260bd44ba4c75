// Stands in for the build of a project: quick, and as slow or as wrong as its `site.json` says. It
// writes a `dist` whose every file holds the title, so that a mixture of two would be seen.
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import process from "node:process"
import { setTimeout as pause } from "node:timers/promises"

/** @type {import("./scene").Made} */
const made = JSON.parse(readFileSync("site.json", "utf8"))
const { title, slow = 0, problem, fault, due, bytes = 1 } = made
const { SITE_ENV: environment, SITE_URL: url } = process.env

if (!existsSync("node_modules/dependency")) throw new Error("Unexpected absence of a dependency")
mkdirSync(".partwise", { recursive: true })
writeFileSync(".partwise/problems.json", JSON.stringify(problem === undefined ? [] : [problem]))
if (problem !== undefined) {
  console.error(problem)
  process.exit(1)
}
if (fault !== undefined) {
  console.log(fault)
  process.exit(3)
}

/** @type {Record<string, import("../../lib/deliver/manifest").ServedFile>} */
const files = {}
const style = `/_next/static/${title}.css`
const html = `<!doctype html><title>${title}</title><link href="${style}" rel="stylesheet"><p>${environment} ${url}</p>`
await write("/", html, "text/html; charset=utf-8")
await write("/about/", `${html}<h1>About</h1>`, "text/html; charset=utf-8")
await write(style, `/* ${title} */`, "text/css; charset=utf-8")
await write("/large.bin", title.repeat(bytes), "application/octet-stream")
await write("/404.html", html, "text/html; charset=utf-8")
writeFileSync(".partwise/due.json", JSON.stringify({ day: due }))
const rest = { base: "", secure: false, unlisted: environment !== "production", running: [] }
writeFileSync("dist/.site.json", JSON.stringify({ version: title, ...rest, files, redirects: {} }))
console.log(`Built ${title}`)

/**
 * @param {string} address
 * @param {string} text
 * @param {string} type
 */
async function write(address, text, type) {
  const path = (address.endsWith("/") ? `${address}index.html` : address).slice(1)
  const content = Buffer.from(text)
  mkdirSync(dirname(`dist/${path}`), { recursive: true })
  writeFileSync(`dist/${path}`, content)
  const hash = createHash("sha256").update(content).digest("base64url").slice(0, 22)
  const forms = { identity: { size: content.length, hash } }
  files[address] = { path, type, immutable: address.startsWith("/_next/static/"), forms }
  await pause(slow / 5)
}
