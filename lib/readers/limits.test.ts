import { expect, test } from "vitest"
import { blockOf, createLimit } from "./limits"

const options = { most: 3, window: 1_000, mostOfAll: 100_000 }

test("a block of addresses may ask so often a while, and no other is shut out for it", () => {
  const limit = createLimit(options)
  const asked = (address: string, now = 0) => limit(address, now)
  expect([1, 2, 3, 4, 5].map((host) => asked(`192.0.2.${host}`))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ])
  expect(asked("198.51.100.1")).toBe(false)
  expect(asked("192.0.2.1", 999)).toBe(true)
  expect(asked("192.0.2.1", 1_000)).toBe(false)
})

test("ten thousand from one address count as few of all; from as many blocks, all have an end", () => {
  const limit = createLimit({ ...options, mostOfAll: 500 })
  const refused = Array.from({ length: 10_000 }, () => limit("192.0.2.1", 0)).filter(Boolean)
  expect(refused).toHaveLength(9_997)
  expect(limit("198.51.100.1", 0)).toBe(false)
  const passed = Array.from({ length: 10_000 }, (_, i) => limit(`10.${i >> 8}.${i & 255}.1`, 0))
  expect(passed.filter((isRefused) => !isRefused)).toHaveLength(500 - 4)
})

test("more blocks than are counted are counted as one; a clock that goes back begins anew", () => {
  const limit = createLimit({ ...options, mostOfAll: Infinity })
  for (let i = 0; i < 10_000; i++) limit(`10.${i >> 8}.${i & 255}.1`, 5_000)
  const more = [1, 2, 3, 4].map((i) => limit(`11.0.${i}.1`, 5_000))
  expect(more).toEqual([false, false, false, true])
  expect(limit("11.0.9.1", 0)).toBe(false)
})

test.each([
  ["192.0.2.7", "192.0.2"],
  ["::ffff:192.0.2.7", "192.0.2"],
  ["2001:db8:1:2::3", "8193:3512:1"],
  ["2001:DB8:1:ffff:0:0:0:1", "8193:3512:1"],
  ["2001:db8::1", "8193:3512:0"],
  ["fe80::1%eth0", "65152:0:0"],
  ["::1", "0:0:0"],
  ["", ""],
  ["nonsense", ""],
])("%s is of %s", (address, block) => {
  expect(blockOf(address)).toBe(block)
})
