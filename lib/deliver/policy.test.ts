import { CspEvaluator } from "csp_evaluator/dist/evaluator.js"
import { Severity } from "csp_evaluator/dist/finding.js"
import { CspParser } from "csp_evaluator/dist/parser.js"
import { expect, test } from "vitest"
import { metaPolicyOf, policyOf, commonHeaders, unionOf, type PolicyNeeds } from "./policy"

const hash = (letter: string) => `'sha256-${letter.repeat(43)}='`
const none: PolicyNeeds = {
  scriptHashes: [],
  imageOrigins: [],
  frameOrigins: [],
  forms: false,
  styleAttributes: false,
}
const all: PolicyNeeds = {
  scriptHashes: [hash("a"), hash("b")],
  imageOrigins: ["https://images.example", "https://cdn.example:8443"],
  frameOrigins: [],
  forms: false,
  styleAttributes: true,
}

/** What the evaluator has to say, but for what may or may not be worth a thought. */
const findingsIn = (policy: string) =>
  new CspEvaluator(new CspParser(policy).csp).evaluate().map(({ severity, directive, value }) => ({
    severity,
    directive,
    value,
  }))

test.each([
  ["that needs nothing", policyOf(none)],
  ["that needs everything", policyOf(all)],
  ["in a <meta>", metaPolicyOf(policyOf(all))],
])("an evaluator finds nothing severe in the policy of a page %s", (_name, policy) => {
  // Accepted: 'self' in script-src. "Can be problematic if you host JSONP, AngularJS or user uploaded
  // files": the site hosts none of them, and a static page cannot have a nonce instead.
  expect(findingsIn(policy)).toEqual([
    { severity: Severity.MEDIUM_MAYBE, directive: "script-src", value: "'self'" },
  ])
})

test("the evaluator does find what is severe", () => {
  const policy = policyOf({ ...none, scriptHashes: ["'unsafe-inline'"] })
  expect(findingsIn(policy).map(({ severity }) => severity)).toContain(Severity.HIGH)
})

test("everything is from the site itself, and what is not needed is closed", () => {
  expect(policyOf(none).split("; ")).toEqual([
    "default-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ])
})

test("a page gets what it needs and no more", () => {
  const own = policyOf(all)
    .split("; ")
    .filter((one) => !policyOf(none).split("; ").includes(one))
  expect(own).toEqual([
    `script-src 'self' ${hash("a")} ${hash("b")}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: https://images.example https://cdn.example:8443",
  ])
})

test("only a page that has a form for the site may send one, and only there", () => {
  expect(policyOf(none)).toContain("form-action 'none'")
  expect(policyOf({ ...none, forms: true })).toContain("form-action 'self'")
  expect(policyOf(unionOf([none, { ...none, forms: true }]))).toContain("form-action 'self'")
})

test("a <meta> says all but what it cannot", () => {
  expect(`${metaPolicyOf(policyOf(all))}; frame-ancestors 'none'`).toBe(policyOf(all))
})

test("several pages together need what any of them needs, once and in one order", () => {
  const other: PolicyNeeds = {
    scriptHashes: [hash("b"), hash("A")],
    imageOrigins: ["https://images.example"],
    frameOrigins: [],
    forms: false,
    styleAttributes: false,
  }
  const union = {
    scriptHashes: [hash("A"), hash("a"), hash("b")],
    imageOrigins: ["https://cdn.example:8443", "https://images.example"],
    frameOrigins: [],
    forms: false,
    styleAttributes: true,
  }
  expect(unionOf([all, other])).toEqual(union)
  expect(unionOf([other, all])).toEqual(union)
  expect(unionOf([])).toEqual(none)
})

test("https is asked for only where the site has it, and of other hosts only where its owner says so", () => {
  const header = (directives: readonly string[] | undefined) =>
    commonHeaders({ secure: true, unlisted: false, strictTransportSecurity: directives })[
      "Strict-Transport-Security"
    ]
  expect(header(undefined)).toBe("max-age=63072000")
  expect(header(["includeSubDomains", "preload"])).toBe(
    "max-age=63072000; includeSubDomains; preload",
  )
  expect(commonHeaders({ secure: false, unlisted: true })).not.toHaveProperty(
    "Strict-Transport-Security",
  )
})
