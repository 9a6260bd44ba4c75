import { afterAll, beforeAll, expect, test } from "vitest"
import { createScene, titleOf, type Scene } from "./testing/scene"

let scene: Scene
let ask: Awaited<ReturnType<Scene["serve"]>>
beforeAll(async () => {
  scene = await createScene({ interval: 1 })
  ask = await scene.serve()
})
afterAll(() => scene.remove())

/** How often the site has been built: the numbers of its releases are those of the builds. */
const releases = async () => (await scene.deploy("releases")).said

test("a post whose day has come is published without a push", async () => {
  await scene.commit({ title: "due", due: "2020-01-01" })
  await scene.push()
  await expect.poll(releases).toMatch(/^\* [2-9]/)
  expect(titleOf(await ask("/"))).toBe("due")
})

test("what an author went back to stays, and a push that failed is not what is built", async () => {
  await scene.commit({ title: "later", due: "2999-01-01" })
  await scene.push()
  await scene.commit({ title: "broken", problem: "content/site.yaml:1:1: Unexpected" })
  await scene.push()
  expect(await scene.deploy("due")).toEqual({ code: 0, said: "" })
  expect(await releases()).toMatch(/^\* \d+ .*, next post on 2999-01-01$/m)

  await scene.deploy("rollback")
  const before = await releases()
  expect(before).toMatch(/^\* \d+ .*, next post on 2020-01-01$/m)
  expect(await scene.deploy("due")).toEqual({ code: 0, said: "" })
  expect(await releases()).toBe(before)
})
