import { signsOf, type Signs } from "./signs"
import { siteLanguage, siteSigns } from "./words"

/**
 * A number for people: at most so many digits that count, but every one before the point; a true minus; and
 * powers of ten where there would be a row of zeros.
 *
 * @param digits that count, from 1
 * @param language BCP 47; if none is given, the site's
 */
export function format(value: number, digits = 4, language = siteLanguage): string {
  const size = Math.abs(value)
  if (size === Infinity) return value < 0 ? "−∞" : "∞"
  const signs = language === siteLanguage ? (siteSigns ?? signsOf(language)) : signsOf(language)
  if (size !== 0 && (size < 1e-4 || size >= 1e10)) {
    const [mantissa = "", power = ""] = value.toExponential(digits - 1).split("e")
    return signed(`${mantissa.replace(".", signs?.point ?? ".")} × 10${superscript(Number(power))}`)
  }
  const whole = Math.floor(Math.log10(size || 1)) + 1
  const significant = Math.max(digits, whole, 1)
  if (signs) return signed((value < 0 ? "-" : "") + written(size, significant, signs))
  return signed(value.toLocaleString(language, { maximumSignificantDigits: significant }))
}

/**
 * A number as `Intl.NumberFormat` writes it. The first use of that takes a browser a long while, in which no
 * page scrolls; here is what figures need of it.
 *
 * @param size from 1e-4 to 1e10, or 0
 */
function written(size: number, significant: number, { point, group, least }: Signs): string {
  const [before = "", after = ""] = String(size).split(".")
  const digits = before + after
  const first = digits.search(/[1-9]/)
  const kept = Math.min(first + significant, digits.length)
  const up = (digits[kept] ?? "0") >= "5" ? 1n : 0n
  const places = kept - before.length // not below 0: all digits before the point count
  const rounded = String(BigInt(digits.slice(0, kept)) + up).padStart(places + 1, "0")
  const whole = rounded.slice(0, rounded.length - places)
  const rest = rounded.slice(rounded.length - places).replace(/0+$/, "")
  const grouped = whole.length < least ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group)
  return rest === "" ? grouped : grouped + point + rest
}

/** With a minus as long as a plus, and none before a nought. */
const signed = (text: string) => (text === "-0" ? "0" : text.replace("-", "−"))

const superscript = (power: number) =>
  Array.from(String(power), (sign) => (sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)])).join("")
