import { expect, test } from "vitest"
import { findEnvironmentFault } from "./environment"

const faultOf = (env: Readonly<Record<string, string>>) =>
  findEnvironmentFault(env as NodeJS.ProcessEnv)

test.each<Readonly<Record<string, string>>>([
  {},
  { SITE_ENV: "preview", PREVIEW_SECRET: "a secret", SITE_URL: "https://a.example/blog" },
  { SITE_ENV: "", SITE_URL: "" },
  { SMTP_URL: "smtp://127.0.0.1:2525", READERS_DELAY: "0" },
  { SMTP_URL: "smtps://me%40a.example:p%2Fw@mail.a.example?pool=1" },
  { SMTP_URL: "", READERS_DELAY: "" },
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
  [{ SMTP_URL: "mail.a.example" }, "Unexpected SMTP_URL, expected an address such as smtps://"],
  [{ SMTP_URL: "smtp://me:p/w@a.example" }, "Unexpected SMTP_URL, expected an address such as"],
  [{ READERS_DELAY: "5m" }, "Unexpected READERS_DELAY, expected seconds, such as 300"],
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
