import type { BodyContext } from "../../mdx/body-element"
import type { Import } from "../../mdx/imports"
import { attributeOf, type Tag } from "../../mdx/tag"
import type { ComponentUse } from "../../model/body"

/** `<Value of="edge-filter.sizeOf" n={6} />`: a number that the model of a figure computes. */
export const valueTag = "Value"

const form = /^([a-z0-9-]+)\.([A-Za-z]\w*)$/

/** What is used, and where it is. */
type Named = Pick<Import, "exported" | "from">

/** The function that a value names, as if it were imported. */
export function valueImport(tag: Tag, { report }: BodyContext): Named | undefined {
  const of = attributeOf(tag, "of")
  const [, figure, exported] = form.exec(of ?? "") ?? []
  if (figure === undefined || exported === undefined) {
    const reason = `Unexpected <Value> of ${of ?? "nothing"}, expected of="figure.function", such as of="attention.softmax": a function that content/figures/attention/model.ts exports`
    report(tag, reason, "tag-attribute")
    return undefined
  }
  return { exported, from: `content/figures/${figure}/model` }
}

/** A use of a function, with what is said of its printing taken out of what the function gets. */
export function valueOf(use: ComponentUse, { report, language }: BodyContext): ComponentUse {
  if (use.name !== valueTag) return use
  const { of: _of, digits, ...props } = use.props
  const places = use.places
  if (digits !== undefined && !(Number.isInteger(digits) && Number(digits) >= 1)) {
    const reason = `Unexpected digits of <Value>, expected how many count, such as digits={3}`
    report(places["digits"] ?? use.place, reason, "tag-attribute")
    return { ...use, isWhole: false }
  }
  if (use.hasChildren) {
    report(use.place, "Unexpected text in <Value>, expected it closed: <Value … />", "tag-place")
    return { ...use, isWhole: false }
  }
  return { ...use, props, value: { language, digits: digits as number | undefined } }
}
