import { expect, test } from "vitest"
import { found } from "../testing/found"
import { edited, messagesWith } from "../testing/workspace"

const tagged = (one: string, two: string) => ({
  ...edited("posts/one/index.mdx", "part: 1", `part: 1\ntags: ${one}`),
  ...edited("posts/two/index.mdx", "part: 2", `part: 2\ntags: ${two}`),
})

test.each(["deep-learning", "Deep learning", "deeplearning", "deep_learning"])(
  "%s is deep learning in other words",
  async (tag) => {
    const files = {
      ...tagged("[images, deep learning]", `[${tag}]`),
      "posts/three/index.mdx":
        "---\ntitle: A\ndescription: B.\ndate: 2024-01-01\ntags: [deep learning]\n---\n",
    }
    expect(await messagesWith(files)).toEqual([
      found("content/posts/two/index.mdx:7:8", "tag-twice", ` ${tag},`, " deep learning,"),
    ])
  },
)

test("a tag twice in one post", async () => {
  expect(await messagesWith(tagged("[nets, images, nets]", "[images]"))).toEqual([
    found("content/posts/one/index.mdx:7:22", "tag-twice", " nets "),
  ])
})

test("different subjects have different tags", async () => {
  expect(await messagesWith(tagged("[deep learning]", "[learning, deep learning]"))).toEqual([])
})
