import { messageOf } from "../../model/problem"
import { expect, test } from "vitest"
import { createCheck, edited, inWorkspace } from "../../testing/workspace"

const warningsWith = (text: string) =>
  inWorkspace(edited("posts/two/index.mdx", "Text.", text), async (root) =>
    (await createCheck(root)()).map((one) => `${one.severity} ${messageOf(one)}`),
  )

test.each(["here", "Click here", "this", "*more*", "read more"])(
  "a link that says %s is a warning",
  async (words) => {
    const text = words.replaceAll("*", "")
    expect(await warningsWith(`Look [${words}](/about/).`)).toEqual([
      `warning content/posts/two/index.mdx:11:6: Unexpected "${text}" as the text of a link, expected words that say where it leads (link-text, a warning)`,
    ])
  },
)

test.each(["here is more about depth", "the link between both", "About"])(
  "a link that says %s is none",
  async (words) => {
    expect(await warningsWith(`Look [${words}](/about/).`)).toEqual([])
  },
)
