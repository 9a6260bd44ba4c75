/** Chance that can be repeated: the same seed gives the same throws on every machine. */
export type Dice = {
  /** A whole number, both ends included. */
  whole: (least: number, most: number) => number
  /** True with this probability. */
  chance: (probability: number) => boolean
  pick: <Item>(items: readonly Item[]) => Item
  shuffle: <Item>(items: readonly Item[]) => readonly Item[]
}

/** Dice from a seed, by mulberry32 (Tommy Ettinger, public domain). */
export function diceFrom(seed: number): Dice {
  let state = Math.imul(seed + 1, 0x9e3779b1)

  /** From 0 to 1, without 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <Item>(items: readonly Item[]) => items[whole(0, items.length - 1)] as Item
  const shuffle = <Item>(items: readonly Item[]) =>
    items
      .map((item) => ({ item, order: next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item)

  return { whole, pick, shuffle, chance: (probability) => next() < probability }
}
