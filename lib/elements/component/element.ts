import { join } from "node:path/posix"
import type { Element } from "hast"
import { h } from "hastscript"
import type { Parent } from "mdast"
import type { State } from "mdast-util-to-hast"
import type { BodyContext, BodyElement } from "../../mdx/body-element"
import type { Import } from "../../mdx/imports"
import { parseLiteralProgram, reasonOf, type Literal } from "../../mdx/literal"
import type { Tag } from "../../mdx/tag"
import type { ComponentUse } from "../../model/body"
import { valueImport, valueOf, valueTag } from "./value"
import { liveTag } from "./use"

/** A tag that a file of the author's own renders; in a tree, in the place of the tag. */
export interface OwnComponent extends Parent {
  type: "ownComponent"
  use: number
}

declare module "mdast" {
  interface RootContentMap {
    ownComponent: OwnComponent
  }
  interface PhrasingContentMap {
    ownComponent: OwnComponent
  }
}

/** Where components are that more than one text may use. */
const shared = ["content/components", "content/figures"]

/**
 * Components of the author's own: ordinary React components in files beside the post, imported as MDX has
 * it. What they show first is put into the page when its body is written.
 */
export const component = {
  tags: {
    [valueTag]: { attributes: { of: { type: "string" }, digits: { type: "any" } }, isOpen: true },
  },
  read(body) {
    const { imports, odd, report, facts } = body
    for (const { what, place } of odd) {
      const reason = `Unexpected ${what}, expected import { Name } from "./file": a post is a text, and its code stands in a file beside it`
      report(place, reason, "mdx-import")
    }
    const sound = new Map([...imports].filter(([local, one]) => isSound(local, one, body)))
    const used = new Set<string>()
    const replace = (tag: Tag) => {
      const name = tag.name ?? ""
      const one = name === valueTag ? valueImport(tag, body) : sound.get(name)
      if (imports.has(name)) used.add(name)
      if (!one) return name === valueTag ? [] : undefined
      facts.components.push(useOf(tag, one, body))
      const { children, position } = tag
      const use = facts.components.length - 1
      return [{ type: "ownComponent", use, children, position } as OwnComponent]
    }
    return {
      nodes: {
        mdxjsEsm: () => [],
        mdxJsxFlowElement: replace,
        mdxJsxTextElement: replace,
      },
      finish() {
        for (const [name, { place }] of sound) {
          if (used.has(name)) continue
          const reason = `Unexpected import of ${name}, expected <${name} /> in the text, or no import`
          report(place, reason, "mdx-import")
        }
      },
    }
  },
  handlers: { ownComponent: htmlOf },
} satisfies BodyElement

function isSound(local: string, one: Import, { report, file }: BodyContext): boolean {
  const fault = findFault(local, one, file)
  if (fault !== undefined) report(one.place, `Unexpected ${fault}`, "mdx-import")
  return fault === undefined
}

function findFault(local: string, { exported, from }: Import, file: string): string | undefined {
  const example = `import { Name } from "./file"`
  if (!/^\.\.?\//.test(from)) {
    return `import from ${from}, expected one of a file beside the post, such as ${example}, which may import ${from} itself`
  }
  if (findModule(file, from) === undefined) {
    return `import from ${from}, expected a file beside the post, such as ${example}, or one of ${shared.join(" and ")}`
  }
  if (exported === "*") return `* as ${local}, expected ${example}`
  if (!/^[A-Z]/.test(local))
    return `import of ${local}, expected a component, whose name has a capital`
  return undefined
}

/** The module that a document means, from the root of the project, if it may. */
function findModule(file: string, from: string): string | undefined {
  const path = join(file, "..", from)
  const folders = file.endsWith("/index.mdx") ? [join(file, ".."), ...shared] : shared
  return folders.some((folder) => path.startsWith(`${folder}/`)) ? path : undefined
}

/** The attribute that says what readers of feeds get. */
const feedWords = "feed"

function useOf(
  tag: Tag,
  { exported, from }: Pick<Import, "exported" | "from">,
  body: BodyContext,
): ComponentUse {
  const { report, placeOf, file } = body
  const name = tag.name ?? ""
  const props: Record<string, Literal> = {}
  const places: Record<string, ReturnType<typeof placeOf>> = {}
  let feed: string | undefined
  let isWhole = true
  for (const attribute of tag.attributes) {
    if (attribute.type === "mdxJsxExpressionAttribute") {
      report(attribute, `Unexpected {…} in <${name}>, expected name="value"`, "tag-attribute")
      isWhole = false
      continue
    }
    try {
      const { value } = attribute
      const literal =
        value === null || value === undefined
          ? true
          : typeof value === "string"
            ? value
            : parseLiteralProgram(value.data?.estree)
      if (attribute.name === feedWords && typeof literal === "string") feed = literal
      else {
        props[attribute.name] = literal
        places[attribute.name] = placeOf(attribute)
      }
    } catch (error) {
      report(attribute, reasonOf(error), "tag-attribute")
      isWhole = false
    }
  }
  const hasChildren = tag.children.length > 0
  const module = (from.startsWith(".") ? findModule(file, from) : undefined) ?? from
  const use = { name, exported, module, props, places, feed, hasChildren, isWhole }
  return valueOf({ ...use, place: placeOf(tag) }, body)
}

function htmlOf(state: State, node: OwnComponent): Element {
  return h(liveTag, { dataUse: node.use }, state.all(node))
}
