import { expect, test } from "vitest"
import { findEnvironmentFault } from "./environment"

const faultOf = (env: Readonly<Record<string, string>>) =>
  findEnvironmentFault(env as NodeJS.ProcessEnv)

test.each<Readonly<Record<string, string>>>([
  {},
  { SITE_ENV: "preview", PREVIEW_SECRET: "a secret", SITE_URL: "https://a.example/blog" },
  { SITE_ENV: "", SITE_URL: "" },
  { VERCEL: "1", VERCEL_ENV: "preview" },
  { VERCEL: "1", VERCEL_ENV: "production", PREVIEW_SECRET: "a secret" },
])("%j is as it should be", (env) => {
  expect(faultOf(env)).toBeUndefined()
})

test.each<[Readonly<Record<string, string>>, string]>([
  [{ SITE_ENV: "prod" }, "Unexpected SITE_ENV=prod, expected production, preview or development"],
  [
    { VERCEL_ENV: "staging" },
    "Unexpected VERCEL_ENV=staging, expected production, preview or development",
  ],
  [
    { SITE_URL: "x" },
    "Unexpected SITE_URL=x, expected an address such as https://example.org/blog",
  ],
  [{ PREVIEW_SECRET: "" }, "Unexpected PREVIEW_SECRET without a value"],
  [
    { VERCEL: "1", VERCEL_ENV: "preview", PREVIEW_SECRET: "x" },
    "Unexpected PREVIEW_SECRET in a build for Vercel",
  ],
  [
    { NETLIFY: "true", SITE_ENV: "preview", PREVIEW_SECRET: "x" },
    "Unexpected PREVIEW_SECRET in a build for Netlify",
  ],
  [
    { CF_PAGES: "1", SITE_ENV: "preview", PREVIEW_SECRET: "x" },
    "Unexpected PREVIEW_SECRET in a build for Cloudflare Pages",
  ],
])("%j is not", (env, fault) => {
  expect(faultOf(env)).toContain(fault)
})
