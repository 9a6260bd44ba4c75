import { expect, test } from "./site"

const course = "/courses/deep-learning-specialization/"
const part2 = "/posts/deep-learning-specialization-part-2/"

test("the page of a course shows every topic, and closes and opens all of them", async ({
  page,
}) => {
  await page.goto(course)
  const outline = page.locator(".outline")
  await expect(outline.getByText("63 topics in 5 modules")).toBeVisible()
  const topic = outline.getByRole("link", { name: "Gradient checking" })
  await expect(topic).toBeVisible()
  await outline.getByRole("button", { name: "Close all" }).click()
  await expect(topic).toBeHidden()
  await outline.getByText("Sequence Models").click()
  await outline.getByRole("button", { name: "Open all" }).click()
  await expect(topic).toBeVisible()
  await expect(outline.getByRole("button", { name: "Close all" })).toBeVisible()
})

test("topics are the links that are seen first, and say where several lead to one passage", async ({
  page,
}) => {
  await page.goto(part2)
  const module = page.locator(".outline .module").filter({ hasText: "Convolutional Neural" })
  const [topic, paper] = ["YOLO", "Redmon et al., 2016"].map((name) =>
    module.getByRole("link", { name, exact: true }),
  )
  const lineOf = (link: typeof topic) =>
    link?.evaluate((element) => getComputedStyle(element).textDecorationColor)
  const line = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("i"))
    probe.style.color = "var(--line)"
    return getComputedStyle(probe).color
  })
  expect(await lineOf(topic)).not.toBe(line)
  expect(await lineOf(paper)).toBe(line)
  await expect(module.getByRole("listitem").filter({ hasText: "Redmon" })).toContainText(
    "YOLO in YOLO, R-CNN and U-Net",
  )

  // The whole row is its handle, not the words alone.
  const summary = module.locator("summary")
  const [row, table] = [await summary.boundingBox(), await page.locator(".outline").boundingBox()]
  expect(row?.width).toBe(table?.width)
})
