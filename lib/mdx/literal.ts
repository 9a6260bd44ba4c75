import type { Expression, Program, SimpleLiteral } from "estree"

/** A value that an attribute can hold: JSON, and `undefined`. */
export type Literal =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Literal[]
  | { readonly [key: string]: Literal }

/**
 * The value of what stands in braces, as the MDX parser hands it over; of nothing but a comment,
 * `undefined`.
 *
 * @throws SyntaxError as {@link parseLiteral} does
 */
export function parseLiteralProgram(program: Program | null | undefined): Literal {
  const [statement, ...others] = program?.body ?? []
  if (!statement) return undefined
  if (statement.type !== "ExpressionStatement" || others.length > 0) throw unexpected("statement")
  return parseLiteral(statement.expression)
}

/**
 * What braces write into a text: text and numbers themselves; a comment, `true` or `null` nothing.
 *
 * @throws SyntaxError as {@link parseLiteral} does
 */
export function parseText(program: Program | null | undefined): string {
  const value = parseLiteralProgram(program)
  if (typeof value === "object" && value !== null) {
    throw new SyntaxError("Unexpected list or object in braces, expected text or a number")
  }
  return typeof value === "string" || typeof value === "number" ? String(value) : ""
}

/**
 * The value of an expression. Content is data, so only literals are values: text, numbers, true,
 * false, null, lists and objects of them. Nothing is ever executed.
 *
 * @throws SyntaxError that says what else was found
 */
export function parseLiteral(node: Expression): Literal {
  switch (node.type) {
    case "Literal":
      if ("regex" in node || "bigint" in node) break
      return node.value
    case "TemplateLiteral":
      if (node.expressions.length > 0) break
      return node.quasis[0]?.value.cooked ?? ""
    case "UnaryExpression": {
      const value = parseLiteral(node.argument)
      if (typeof value !== "number" || !(node.operator === "-" || node.operator === "+")) break
      return node.operator === "-" ? -value : value
    }
    case "ArrayExpression":
      return node.elements.map((element) => {
        if (element === null || element.type === "SpreadElement") throw unexpected("spread")
        return parseLiteral(element)
      })
    case "ObjectExpression":
      return Object.fromEntries(
        node.properties.map((property) => {
          if (property.type !== "Property" || property.computed) throw unexpected("spread")
          const { key, value } = property
          const name = key.type === "Identifier" ? key.name : String((key as SimpleLiteral).value)
          return [name, parseLiteral(value as Expression)]
        }),
      )
    case "Identifier":
      if (node.name === "undefined") return undefined
      throw unexpected(`name ${node.name}`)
  }
  throw unexpected("code")
}

const unexpected = (what: string) =>
  new SyntaxError(`Unexpected ${what} in braces, expected a plain value`)

/** What an error says. */
export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
