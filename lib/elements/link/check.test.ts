import { messageOf } from "../../model/problem"
import { expect, test } from "vitest"
import { found } from "../../testing/found"
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
      found("warning content/posts/two/index.mdx:11:6", "link-text", `"${text}"`),
    ])
  },
)

test.each(["here is more about depth", "the link between both", "About"])(
  "a link that says %s is none",
  async (words) => {
    expect(await warningsWith(`Look [${words}](/about/).`)).toEqual([])
  },
)
