import { siteLanguage } from "./words"

/**
 * A number for people: at most so many digits that count, but every one before the point; a true minus; and
 * powers of ten where there would be a row of zeros.
 *
 * @param digits that count, from 1
 * @param language BCP 47; if none is given, the site's
 */
export function format(value: number, digits = 4, language = siteLanguage): string {
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-4 || size >= 1e10)) {
    const [mantissa = "", power = ""] = value.toExponential(digits - 1).split("e")
    const sign = language.startsWith("en") ? "." : decimalPoint(language)
    return signed(`${mantissa.replace(".", sign)} × 10${superscript(Number(power))}`)
  }
  const whole = Math.floor(Math.log10(size || 1)) + 1
  const maximumSignificantDigits = Math.max(digits, whole, 1)
  return signed(value.toLocaleString(language, { maximumSignificantDigits }))
}

const decimalPoint = (language: string) => (1.5).toLocaleString(language).charAt(1)

/** With a minus as long as a plus, and none before a nought. */
const signed = (text: string) => (text === "-0" ? "0" : text.replace("-", "−"))

const superscript = (power: number) =>
  Array.from(String(power), (sign) => (sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)])).join("")
