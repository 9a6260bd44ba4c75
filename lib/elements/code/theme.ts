import type { ThemeRegistration } from "shiki/core"

/**
 * What is told apart in code. The names are classes of the page; `lib/elements/code/style.css` gives each a
 * colour for both themes.
 */
const scopes: Readonly<Record<string, readonly string[]>> = {
  // keywords
  tk: [
    "keyword",
    "storage",
    "entity.name.tag",
    "markup.heading",
    "punctuation.definition.heading",
    "keyword.operator.logical.python",
    "keyword.operator.new",
    "keyword.operator.expression",
  ],
  // strings
  ts: [
    "string",
    "punctuation.definition.string",
    "markup.inline.raw",
    "markup.fenced_code",
    "support.constant.property-value",
    "constant.other.symbol",
  ],
  // comments
  tc: ["comment", "punctuation.definition.comment", "meta.diff.header", "markup.quote"],
  // numbers and what is fixed like them
  tn: [
    "constant",
    "variable.language",
    "keyword.other.unit",
    "constant.character.escape",
    "string constant.character",
    "meta.diff.range",
  ],
  // functions
  tf: [
    "entity.name.function",
    "support.function",
    "variable.function",
    "meta.function-call.generic",
    "meta.function.decorator",
    "entity.name.command",
  ],
  // types
  tt: [
    "entity.name.type",
    "entity.name.class",
    "entity.name.namespace",
    "entity.other.inherited-class",
    "support.type",
    "support.class",
    "storage.type.java",
    "storage.type.primitive",
  ],
  // names of attributes, properties and arguments
  tp: [
    "entity.other.attribute-name",
    "support.type.property-name",
    "entity.name.tag.yaml",
    "variable.parameter.function-call",
    "meta.object-literal.key",
    "variable.other.env",
  ],
  ti: ["markup.inserted", "punctuation.definition.inserted"],
  td: ["markup.deleted", "punctuation.definition.deleted"],
  plain: [
    "keyword.operator",
    "keyword.operator.assignment",
    "punctuation",
    "string meta.embedded",
    "string meta.template.expression",
    "string meta.interpolation",
    "punctuation.separator",
    "storage.type.function.arrow",
  ],
}

/** The classes that a piece of code can have. */
export const tokenClasses = Object.keys(scopes).filter((name) => name !== "plain")

/** A theme whose colours are the names of classes. */
export const codeTheme = {
  name: "classes",
  type: "light",
  fg: "plain",
  bg: "paper",
  settings: [
    { settings: { foreground: "plain", background: "paper" } },
    ...Object.entries(scopes).map(([foreground, scope]) => ({
      scope: [...scope],
      settings: { foreground },
    })),
  ],
} satisfies ThemeRegistration
