import * as core from "zod/v4/core" // by way of `z.core`, a bundle would have all of it
import * as z from "zod/mini"
import { controlCharacter, invisible } from "./control-character"

/**
 * The kinds of fields that documents have. What an issue of theirs says is what was expected, so that
 * an error can say: Unexpected 3 as title, expected text, in quotes.
 */
export type Schema = core.$ZodType

/** What is known of a field beside its type. */
type About = {
  /** The name of a type of objects. */
  title?: string
  /** What an author reads in an error or an editor's hint. */
  description?: string
  maxLength?: number
  patternErrorMessage?: string
  /** Whether its words are looked up in a dictionary. */
  prose?: boolean
}

/** What is known of fields; editors get all of it but `prose`. */
export const about = z.registry<About>()

/** A form that text must have, and its name in "expected …". */
export type Pattern = {
  form: RegExp
  name: string
  /** What no expression can say of it. */
  test?: (text: string) => boolean
}

/** Text in the language of the site. */
export const prose = (maxLength: number, description?: string) =>
  line(maxLength).register(about, { description, maxLength, prose: true })

/** The name of somebody or something, which no dictionary has. */
export const properName = (description: string, maxLength?: number) =>
  line(maxLength).register(about, { description, maxLength })

/** Text of a certain form. */
export const matching = ({ form, name, test = () => true }: Pattern, description?: string) =>
  line()
    .check(z.regex(form, { error: name, abort: true }), must(test, name))
    .register(about, { description, patternErrorMessage: `Expected ${name}` })

/** A line of text, with the first of the faults that it may have. */
function line(most = Infinity) {
  const lengthOf = (text: string) => Array.from(text).length
  const type = z.string({
    error: ({ input }) =>
      typeof input === "number" || typeof input === "boolean" ? "text, in quotes" : "text",
  })
  return type.check(
    z.minLength(1, { error: "text", abort: true }),
    must((text) => !invisible.test(text), "text"),
    must(
      (text) => lengthOf(text) <= most,
      (text) => `at most ${most} characters, not ${lengthOf(text)}`,
    ),
    must((text) => !/[\n\r]/.test(text.trim()), "one line of text"),
    must((text) => !controlCharacter.test(text), "text without control characters"),
  )
}

const must = (test: (text: string) => boolean, expected: string | ((text: string) => string)) =>
  z.refine<string>(test, {
    error: ({ input }) => (typeof expected === "string" ? expected : expected(String(input))),
    abort: true,
  })

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = (description: string) => {
  const expected = "a day of the calendar such as 2024-02-29"
  const patternErrorMessage = `Expected ${expected}`
  return z.iso.date(expected).register(about, { description, patternErrorMessage })
}

/** A whole number, from the least that is allowed. */
export const wholeNumber = (least: number, description: string) => {
  const expected = `a whole number from ${least}`
  return z.int(expected).check(z.gte(least, expected)).register(about, { description })
}

/** True or, where nothing is said, false. */
export const flag = (description: string) =>
  z._default(z.boolean("true or false").register(about, { description }), false)

/** A list that must be there. */
export const list = <Item extends Schema>(item: Item, description?: string) => {
  const expected = item instanceof core.$ZodString ? "a list, such as [one, two]" : "a list"
  return z.array(item, expected).register(about, { description })
}

/** A list that is empty where nothing is said. */
export const optionalList = <Item extends Schema>(item: Item, description: string) =>
  z._default(list(item, description), [])

/** Fields of their own, and no others. */
export function object<Shape extends core.$ZodShape>(
  title: string,
  shape: Shape,
  description?: string,
) {
  const names = Object.keys(shape)
  const expected: core.$ZodErrorMap = ({ code, path = [] }) => {
    if (code === "unrecognized_keys") return `one of ${names.join(", ")}`
    const own = typeof path.at(-1) === "string" ? " of its own," : ""
    return `fields${own} such as ${names[0]}`
  }
  return z.strictObject(shape, { error: expected }).register(about, { title, description })
}

/** A schema without what gives it a default or makes it optional. */
export const bareOf = (schema: Schema): Schema =>
  schema instanceof core.$ZodOptional || schema instanceof core.$ZodDefault
    ? bareOf(schema._zod.def.innerType)
    : schema

/** What sound YAML says, with a default for what it leaves out. */
export type Written<Of extends Schema> = DeepReadonly<z.output<Of>>

type DeepReadonly<Value> = { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }

/** What is sound of YAML that may have faults: `null` stands in lists in place of a wrong text. */
export type Sound<Of extends Schema> = SoundValue<z.input<Of>>

type SoundValue<Value> = Value extends (infer Item)[]
  ? (Item extends object ? SoundValue<Item> : Item | null)[]
  : Value extends object
    ? { [Key in keyof Value]?: SoundValue<Value[Key]> }
    : Value
