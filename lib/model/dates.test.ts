import { afterEach, expect, test } from "vitest"
import { formatDay, isDay, today } from "./dates"

const zone = process.env["TZ"]
afterEach(() => {
  if (zone === undefined) delete process.env["TZ"]
  else process.env["TZ"] = zone
})

test.each(["2024-02-29", "2000-02-29", "1999-12-31", "2024-01-01"])("%s is a day", (text) => {
  expect(isDay(text)).toBe(true)
})

test.each([
  "2024-02-30",
  "2023-02-29",
  "1900-02-29",
  "2024-04-31",
  "2024-13-01",
  "2024-00-10",
  "2024-01-00",
  "2024-1-1",
  "24-01-01",
  "2024-01-01T00:00:00Z",
  " 2024-01-01",
  "2024-01-01\n",
  "soon",
  "",
])("%j is no day", (text) => {
  expect(isDay(text)).toBe(false)
})

test.each([
  ["Pacific/Kiritimati", -840],
  ["Pacific/Pago_Pago", 660],
  ["Europe/Berlin", -60],
])("a day is the same to a build in %s", (name, minutesBehindUtc) => {
  process.env["TZ"] = name
  expect(new Date("2024-01-01T00:00:00Z").getTimezoneOffset()).toBe(minutesBehindUtc)

  expect(formatDay("2024-01-01", "en-GB")).toBe("1 January 2024")
  expect(formatDay("2024-01-01", "de")).toBe("1. Januar 2024")
  expect(today(new Date("2024-01-01T23:59:59Z"))).toBe("2024-01-01")
  expect(today(new Date("2024-01-01T00:00:00Z"))).toBe("2024-01-01")
  expect(isDay("2024-01-01")).toBe(true)
})
