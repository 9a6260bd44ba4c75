import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createWorkshop } from "../testing/build"
import { etagOf, serve } from "../testing/client"
import { nextPage } from "../testing/pages"

let workshop: Awaited<ReturnType<typeof createWorkshop>>
let site: Awaited<ReturnType<typeof serve>>
let page = Buffer.alloc(0)
/** Too large to be kept in memory. */
const large = Buffer.from("0123456789".repeat(60_000))
beforeAll(async () => {
  workshop = await createWorkshop()
  await workshop.deliver({
    pages: { "/": nextPage({ body: "<p>A text. </p>".repeat(50) }) },
    files: { "ten.bin": "0123456789", "large.bin": large, "empty.bin": "" },
  })
  page = await workshop.read("index.html")
  site = await serve(workshop.dist)
})
afterAll(async () => {
  await site.stop()
  await workshop.remove()
})

const decoded = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body: Buffer) => body }

test.each([
  ["br", "br"],
  ["gzip", "gzip"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip;q=1.0, br;q=0.5", "gzip"],
  ["br;q=0", "identity"],
  ["br;q=0, *", "gzip"],
  ["br;q=0.001", "br"],
  ["BR", "br"],
  ["*", "br"],
  ["*;q=0.1, gzip;q=0.2", "gzip"],
  ["identity;q=0, gzip", "gzip"],
  ["identity;q=0, *", "br"],
  ["identity, br;q=0.5", "identity"],
  ["deflate", "identity"],
  ["", "identity"],
  ["nonsense", "identity"],
  [';;;q=,,"', "identity"],
  ["br;q=nonsense", "identity"],
])("Accept-Encoding: %s gets %s", async (accepted, encoding) => {
  const { status, headers, body } = await site.ask("/", { "Accept-Encoding": accepted })
  expect(status).toBe(200)
  expect(headers["content-encoding"] ?? "identity").toBe(encoding)
  expect(headers["vary"]).toBe("Accept-Encoding")
  expect(headers["etag"]).toBe(etagOf(body))
  expect(headers["content-length"]).toBe(String(body.length))
  expect(decoded[encoding as keyof typeof decoded](body)).toEqual(page)
})

test("without Accept-Encoding, the file comes as it is", async () => {
  const { headers, body } = await site.ask("/")
  expect(headers).not.toHaveProperty("content-encoding")
  expect(body).toEqual(page)
})

test.each([
  ["/", "identity;q=0"],
  ["/", "*;q=0"],
  ["/", "deflate, identity;q=0"],
  ["/ten.bin", "br, gzip, identity;q=0"],
])("%s in no form that %s takes is not acceptable", async (path, accepted) => {
  const { status, headers, body } = await site.ask(path, { "Accept-Encoding": accepted })
  expect(status).toBe(406)
  expect(body.toString()).toBe("Not Acceptable")
  expect(headers["cache-control"]).toBe("no-store")
})

const own = () => etagOf(page)

test.each([
  ["its ETag", own],
  ["a weak one", () => `W/${own()}`],
  ["several", () => `"other", W/"more" , ${own()}`],
  ["any", () => "*"],
])("If-None-Match with %s: nothing is sent again", async (_name, tag) => {
  for (const method of ["GET", "HEAD"]) {
    const { status, headers, body } = await site.ask("/", { "If-None-Match": tag() }, method)
    expect(status).toBe(304)
    expect(body).toHaveLength(0)
    expect(headers).toMatchObject({
      etag: own(),
      "cache-control": "public, max-age=0, must-revalidate",
      vary: "Accept-Encoding",
    })
  }
})

test.each(['"other"', "nonsense", "", 'W/"*"', ","])(
  "If-None-Match: %s: all of it is sent",
  async (tag) => {
    expect((await site.ask("/", { "If-None-Match": tag })).status).toBe(200)
  },
)

test("each form has an ETag of its own", async () => {
  const { headers } = await site.ask("/", { "Accept-Encoding": "br" })
  expect(headers["etag"]).not.toBe(own())
  const again = { "Accept-Encoding": "br", "If-None-Match": headers["etag"] }
  expect((await site.ask("/", again)).status).toBe(304)
  expect((await site.ask("/", { "If-None-Match": headers["etag"] })).status).toBe(200)
})

test.each([
  ["bytes=0-0", "0", "bytes 0-0/10"],
  ["bytes=2-5", "2345", "bytes 2-5/10"],
  ["bytes=7-", "789", "bytes 7-9/10"],
  ["bytes=7-99", "789", "bytes 7-9/10"],
  ["bytes=-3", "789", "bytes 7-9/10"],
  ["bytes=-99", "0123456789", "bytes 0-9/10"],
  ["Bytes= 1-1", "1", "bytes 1-1/10"],
])("Range: %s is %s", async (range, expected, said) => {
  const { status, headers, body } = await site.ask("/ten.bin", { Range: range })
  expect(status).toBe(206)
  expect(body.toString()).toBe(expected)
  expect(headers["content-range"]).toBe(said)
  expect(headers["content-length"]).toBe(String(expected.length))
  expect(headers["etag"]).toBe(etagOf("0123456789"))
})

test.each([
  ["/ten.bin", "bytes=10-", 10],
  ["/ten.bin", "bytes=99-100", 10],
  ["/ten.bin", "bytes=-0", 10],
  ["/ten.bin", "bytes=99999999999999999999-", 10],
  ["/large.bin", "bytes=600000-", 600_000],
  ["/empty.bin", "bytes=0-", 0],
])("%s has no %s", async (path, range, size) => {
  const { status, headers, body } = await site.ask(path, { Range: range })
  expect(status).toBe(416)
  expect(headers["content-range"]).toBe(`bytes */${size}`)
  expect(headers["cache-control"]).toBe("no-store")
  expect(body.toString()).toBe("Range Not Satisfiable")
})

test.each([
  "bytes=0-1,4-5",
  "bytes=5-2",
  "bytes=",
  "bytes=-",
  "bytes=a-b",
  "lines=0-1",
  "0-1",
  "bytes=--1",
  "bytes=1.5-2",
])("Range: %s is answered with all of it", async (range) => {
  const { status, body } = await site.ask("/ten.bin", { Range: range })
  expect(status).toBe(200)
  expect(body.toString()).toBe("0123456789")
})

test.each([
  ["its own ETag", etagOf("0123456789"), 206],
  ["another ETag", '"other"', 200],
  ["a weak ETag", `W/${etagOf("0123456789")}`, 200],
  ["a date", "Wed, 21 Oct 2026 07:28:00 GMT", 200],
])("If-Range with %s", async (_name, condition, expected) => {
  const headers = { Range: "bytes=0-1", "If-Range": condition }
  expect((await site.ask("/ten.bin", headers)).status).toBe(expected)
})

test.each([
  ["*", 200],
  [etagOf("0123456789"), 200],
  [`"other", ${etagOf("0123456789")}`, 200],
  ['"other"', 412],
  [`W/${etagOf("0123456789")}`, 412],
])("If-Match: %s", async (condition, expected) => {
  for (const method of ["GET", "HEAD"]) {
    const { status } = await site.ask("/ten.bin", { "If-Match": condition }, method)
    expect(status).toBe(expected)
  }
  expect((await site.ask("/nothing", { "If-Match": condition })).status).toBe(404)
})

test("a date says nothing of a file that has none", async () => {
  const past = "Wed, 21 Oct 2015 07:28:00 GMT"
  const conditions = { "If-Unmodified-Since": past, "If-Modified-Since": past }
  expect((await site.ask("/ten.bin", conditions)).status).toBe(200)
})

test("a range is one of the file as it is, if the client takes that", async () => {
  const range = { Range: "bytes=0-14" }
  const plain = await site.ask("/", { ...range, "Accept-Encoding": "br, gzip" })
  expect(plain.status).toBe(206)
  expect(plain.body).toEqual(page.subarray(0, 15))

  const packed = await site.ask("/", { ...range, "Accept-Encoding": "gzip, identity;q=0" })
  expect(packed.status).toBe(200)
  expect(gunzipSync(packed.body)).toEqual(page)
})

test("HEAD has no ranges", async () => {
  const { status, headers } = await site.ask("/ten.bin", { Range: "bytes=0-1" }, "HEAD")
  expect(status).toBe(200)
  expect(headers["content-length"]).toBe("10")
})

test("a large file comes whole, in part, and not again", async () => {
  const whole = await site.ask("/large.bin")
  expect(whole.body.equals(large)).toBe(true)
  const part = await site.ask("/large.bin", { Range: "bytes=-100005" })
  expect(part.status).toBe(206)
  expect(part.body.equals(large.subarray(-100_005))).toBe(true)
  const fresh = await site.ask("/large.bin", { "If-None-Match": etagOf(large) })
  expect(fresh.status).toBe(304)
  expect((await site.ask("/large.bin", {}, "HEAD")).headers["content-length"]).toBe("600000")
  await expect.poll(() => site.openFiles()).toBe(0)
})
