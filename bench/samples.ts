import type { Dice } from "./dice"
import { nameOf, qualityOf } from "./phrases"

/** A block of source code as a post shows it. */
type Sample = (dice: Dice) => { language: string; code: string }

const camel = (name: string) =>
  name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const pascal = (name: string) => camel(`_${name}`)

const python: Sample = (dice) => {
  const [size, rate, mask, limit] = [nameOf(dice), nameOf(dice), nameOf(dice), nameOf(dice)]
  return {
    language: "python",
    code: `import numpy as np
from dataclasses import dataclass

@dataclass(frozen=True)
class ${pascal(size)}:
    """Settings of one run; the defaults are ${qualityOf(dice)}."""
    ${size}: int = ${dice.whole(16, 1024)}
    ${rate}: float = ${dice.whole(1, 99)}e-${dice.whole(2, 6)}

def step(weights, ${mask}, settings, *, ${limit}=${dice.whole(2, 9)}):
    # One column per example, so the mean is over the last axis.
    scores = weights["w"] @ ${mask} + weights["b"]
    shifted = scores - scores.max(axis=0, keepdims=True)
    odds = np.exp(shifted) / np.exp(shifted).sum(axis=0)
    for name, value in weights.items():
        gradient = (odds - ${mask}).mean(axis=-1)
        if np.linalg.norm(gradient) > ${limit}:
            gradient *= ${limit} / np.linalg.norm(gradient)
        weights[name] = value - settings.${rate} * gradient
    return weights, float(-np.log(odds[0]).mean())`,
  }
}

const shorter: Sample = (dice) => {
  const [input, output] = [nameOf(dice), nameOf(dice)]
  return {
    language: "python",
    code: `import torch
from torch import nn

model = nn.Sequential(
    nn.Linear(${dice.whole(32, 512)}, ${dice.whole(8, 256)}),  # ${input} to ${output}
    nn.ReLU(),
    nn.Dropout(p=0.${dice.whole(1, 5)}),
)
for ${input}, ${output} in loader:
    loss = nn.functional.cross_entropy(model(${input}), ${output})
    loss.backward()`,
  }
}

const typescript: Sample = (dice) => {
  const [count, scale, type] = [camel(nameOf(dice)), camel(nameOf(dice)), pascal(nameOf(dice))]
  return {
    language: "ts",
    code: `export type ${type} = { readonly ${count}: number; readonly ${scale}?: readonly number[] }

/** Averages over a window of ${dice.whole(3, 30)} samples; throws where there is none. */
export async function ${count}Of(source: AsyncIterable<${type}>, least = ${dice.whole(1, 9)}): Promise<number> {
  const seen = new Map<string, number>()
  for await (const { ${count}, ${scale} = [] } of source) {
    const key = \`\${${count}}:\${${scale}.length}\`
    seen.set(key, (seen.get(key) ?? 0) + ${scale}.reduce((sum, value) => sum + value ** 2, 0))
  }
  if (seen.size < least) throw new RangeError("expected at least one window")
  return Math.max(...seen.values()) / ${dice.whole(2, 99)}
}`,
  }
}

const bash: Sample = (dice) => {
  const name = nameOf(dice).replaceAll("_", "-")
  return {
    language: "bash",
    code: `#!/usr/bin/env bash
set -euo pipefail

for seed in $(seq 1 ${dice.whole(3, 12)}); do
  python train.py --${name}=${dice.whole(1, 999)} --seed "$seed" > "runs/$seed.log" 2>&1 &
done
wait
grep -h '^loss' runs/*.log | sort -k2 -n | head -n ${dice.whole(2, 20)}  # the best first`,
  }
}

const json: Sample = (dice) => ({
  language: "json",
  code: JSON.stringify(
    {
      model: { [nameOf(dice)]: dice.whole(64, 4096), [nameOf(dice)]: dice.whole(2, 48) },
      optimiser: { name: "adam", betas: [0.9, 0.999], [nameOf(dice)]: dice.whole(1, 99) / 1000 },
      data: { path: `data/${nameOf(dice)}.parquet`, shuffle: dice.chance(0.5), workers: null },
    },
    undefined,
    2,
  ),
})

const sql: Sample = (dice) => {
  const [score, label] = [nameOf(dice), nameOf(dice)]
  return {
    language: "sql",
    code: `-- Runs that ended ${qualityOf(dice)}, newest first
SELECT run.id, run.started_at, avg(metric.value) AS ${score}
FROM run
JOIN metric ON metric.run_id = run.id AND metric.name = '${label}'
WHERE metric.epoch BETWEEN ${dice.whole(1, 9)} AND ${dice.whole(10, 90)}
GROUP BY run.id, run.started_at
HAVING avg(metric.value) < 0.${dice.whole(10, 99)}
ORDER BY run.started_at DESC
LIMIT ${dice.whole(5, 50)};`,
  }
}

const yaml: Sample = (dice) => ({
  language: "yaml",
  code: `# ${qualityOf(dice)}, but enough for one machine
trainer:
  ${nameOf(dice)}: ${dice.whole(1, 64)}
  precision: bf16
  callbacks: [checkpoint, early-stopping]
data:
  ${nameOf(dice)}: "data/${nameOf(dice)}.csv"
  split: { train: 0.${dice.whole(6, 8)}, test: 0.${dice.whole(1, 2)} }`,
})

const samples = [python, python, shorter, typescript, typescript, bash, json, sql, yaml]

/** Source code in a fence, with names and numbers of its own. */
export function codeBlock(dice: Dice): string {
  const { language, code } = dice.pick(samples)(dice)
  return `\`\`\`${language}\n${code}\n\`\`\``
}
