import { addressesOf, expect, test } from "./site"

type Data = {
  "@type": string
  about?: { "@type": string; "@id": string }
  syllabusSections?: { "@id": string }[]
  isPartOf?: { "@id": string }
  hasPart?: { "@id": string }[]
}

test("posts and series say of each other to machines what they are, at addresses that exist", async ({
  page,
  request,
}) => {
  const addresses = await addressesOf(request)
  const parts = new Map<string, string | undefined>()
  const series = new Map<string, readonly string[]>()
  const pathOf = (id: string) => new URL(id).pathname
  for (const address of addresses.filter((one) => /^\/(?:posts|series)\/./.test(one))) {
    await page.goto(address)
    const texts = await page.locator('script[type="application/ld+json"]').allTextContents()
    const data = texts.map((text) => JSON.parse(text) as Data)
    const types = data.map((one) => one["@type"])
    if (address.startsWith("/posts/")) {
      expect(types, address).toEqual(["BlogPosting", "BreadcrumbList"])
      const id = data[0]?.isPartOf?.["@id"]
      parts.set(address, id === undefined ? undefined : pathOf(id))
    } else {
      expect(types, address).toEqual(["CreativeWorkSeries"])
      series.set(address, data[0]?.hasPart?.map((one) => pathOf(one["@id"])) ?? [])
    }
  }
  expect(series.size).toBeGreaterThan(0)
  for (const [address, own] of series) {
    expect(own).toEqual(
      [...parts]
        .filter(([, of]) => of === address)
        .map(([part]) => part)
        .sort(),
    )
  }
})

test("what is about a course names it, and its page lists the modules, each at its address", async ({
  page,
  request,
}) => {
  const dataOf = async (address: string) => {
    await page.goto(address)
    const texts = await page.locator('script[type="application/ld+json"]').allTextContents()
    return texts.map((text) => JSON.parse(text) as Data)[0]
  }
  const address = "/courses/deep-learning-specialization/"
  const course = await dataOf(address)
  expect(course?.["@type"]).toBe("Course")
  expect(course?.syllabusSections).toHaveLength(5)
  for (const module of course?.syllabusSections ?? []) {
    expect((await request.get(new URL(module["@id"]).pathname)).status()).toBe(200)
  }
  for (const about of [
    "/series/deep-learning-specialization/",
    "/posts/deep-learning-specialization-part-2/",
  ]) {
    const { pathname } = new URL((await dataOf(about))?.about?.["@id"] ?? "")
    expect(pathname, about).toBe(address)
  }
})
