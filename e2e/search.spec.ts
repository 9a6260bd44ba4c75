import { gzipSync } from "node:zlib"
import { expect, test } from "./site"

test("a phrase that stands in a text alone is found by the keyboard, and leads to its section", async ({
  page,
}) => {
  await page.goto("/")
  await page.setViewportSize({ width: 1200, height: 800 })
  await page.getByRole("link", { name: "Search" }).click()
  const field = page.getByRole("searchbox", { name: "Search" })
  await expect(field).toBeFocused()
  await page.keyboard.type("nobody has seen yet")
  const results = page.getByRole("main").getByRole("listitem")
  await expect(results.first()).toContainText("Ng’s Deep Learning Specialization – Part 1")
  await expect(page.getByRole("status")).toHaveText(/place/)
  await expect(page).toHaveURL(/\/search\/\?q=nobody\+has\+seen\+yet$/)
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/part-1\/#prediction-comes-first(?::~:text=.*)?$/)
})

test("a key opens the search above any page, and Escape leads back to where one was", async ({
  page,
}) => {
  await page.goto("/posts/deep-learning-specialization-part-1/")
  const link = page.getByRole("link", { name: "Partwise", exact: true })
  await link.focus()
  const dialog = page.getByRole("dialog", { name: "Search" })
  for (const keys of ["/", "Control+k"]) {
    await page.keyboard.press(keys)
    await expect(dialog.getByRole("searchbox")).toBeFocused()
    await page.keyboard.type("attention / k")
    await expect(dialog.getByRole("searchbox")).toHaveValue("attention / k")
    await page.keyboard.press("Escape")
    await expect(dialog).toHaveCount(0)
    await expect(link).toBeFocused()
  }
  await page.keyboard.press("/")
  await page.keyboard.type("nobody has seen yet")
  await expect(dialog.getByRole("status")).toHaveText(/place/)
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/part-1\/#prediction-comes-first(?::~:text=.*)?$/)
  await expect(dialog).toHaveCount(0)
})

test("in the dialog, too, it is said that nothing is found", async ({ page }) => {
  await page.goto("/")
  await page.keyboard.press("/")
  await page.getByRole("dialog").getByRole("searchbox").fill("zzzzqqqq")
  await expect(page.getByRole("dialog").getByRole("status")).toHaveText("Nothing is found.")
})

test("slips, other forms and formulas are found, and a search is a link", async ({ page }) => {
  const first = page.getByRole("main").getByRole("listitem").first()
  for (const [query, found] of [
    ["transfromer", "transformer"],
    ["convolutional networks", "Convolutional"],
    ["sqrt{d_k}", "Attention"],
    ["skip connection shuffle pixels", "Style"],
  ] as const) {
    await page.goto(`/search/?q=${encodeURIComponent(query)}`)
    await expect(first, query).toContainText(new RegExp(found, "i"))
  }
  await expect(page.getByRole("main").locator("mark").first()).toBeVisible()
})

test("a search may be kept to a series or a tag, and its link says so", async ({ page }) => {
  await page.goto("/search/?q=network")
  const status = page.getByRole("status")
  await expect(status).toHaveText(/places/)
  const all = (await status.textContent()) ?? ""
  await page
    .getByRole("combobox", { name: "All series" })
    .selectOption("Deep Learning Specialization")
  await expect(page).toHaveURL(/\?q=network&series=Deep\+Learning\+Specialization$/)
  await expect(status).not.toHaveText(all)
  const results = page.getByRole("main").getByRole("listitem")
  await expect(results.filter({ hasText: "Figure" })).toHaveCount(0)
  await page.getByRole("combobox", { name: "All tags" }).selectOption("deep learning")
  await expect(page).toHaveURL(/&tag=deep\+learning$/)
  await page.reload()
  await expect(page.getByRole("combobox", { name: "All tags" })).toHaveValue("deep learning")
  await expect(results).toHaveCount(2)
  await page.getByRole("combobox", { name: "All tags" }).selectOption("")
  await page.getByRole("combobox", { name: "All series" }).selectOption("")
  await expect(page).toHaveURL(/\?q=network$/)
  await expect(status).toHaveText(all)
})

test("a result shows the words where they stand, and leads to them marked", async ({ page }) => {
  await page.goto("/search/?q=nobody+has+seen+yet")
  const result = page.getByRole("main").getByRole("listitem").first()
  await expect(result.locator("mark").first()).toHaveText("nobody")
  const link = result.getByRole("link").first()
  await expect(link).toHaveAttribute("href", /#prediction-comes-first:~:text=/)
})

test("what is no word finds nothing, and is shown as it was typed", async ({ page }) => {
  const query = `<img src=x onerror=alert(1)> "'&`
  await page.goto(`/search/?q=${encodeURIComponent("((( <b>")}`)
  await expect(page.getByRole("searchbox")).toHaveValue("((( <b>")
  await page.getByRole("searchbox").fill("qwxzqwxz")
  await expect(page.getByRole("status")).toHaveText("Nothing is found.")
  await page.getByRole("searchbox").fill(query)
  await expect(page.getByRole("searchbox")).toHaveValue(query)
  await expect(page.locator("main img")).toHaveCount(0)
  await page.getByRole("searchbox").fill("")
  await expect(page.getByRole("status")).toHaveText("")
})

test("the script of the search is at most 10 kB, and on no other page", async ({
  page,
  request,
}) => {
  const scriptsOf = async (address: string) => {
    await page.goto(address)
    const sources = await page.locator("script[src]").all()
    return Promise.all(sources.map(async (one) => (await one.getAttribute("src")) ?? ""))
  }
  const own = (await scriptsOf("/search/")).find((src) => src.includes("/search-"))
  const script = await (await request.get(own ?? "")).body()
  expect(gzipSync(script).length).toBeLessThanOrEqual(10_240)
  expect(await scriptsOf("/")).not.toContain(own)
})

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("the page of the search says why it cannot, and leads to what there is", async ({
    page,
  }) => {
    await page.goto("/search/")
    await expect(page.getByText("a script has to run")).toBeVisible()
    await expect(page.getByRole("searchbox")).toBeHidden()
    await expect(page.getByRole("main").getByRole("link")).toHaveCount(2)
  })
})
