import type { Node as EstreeNode } from "estree"
import type { Root } from "mdast"
import type { MdxjsEsm } from "mdast-util-mdx"
import type { Place } from "../model/problem"

/** What a body imports, as its text calls it. */
export type Import = {
  /** What the module exports: its name, "default", or "*" for all together. */
  exported: string
  /** The module, as it is written. */
  from: string
  place: Place
  node: MdxjsEsm
}

/** A statement at the top of a body that is no import of a name. */
export type OddStatement = { what: string; place: Place }

/** All imports of a body by what its text calls them, and what else stands with them. */
export function importsOf(tree: Root): {
  imports: ReadonlyMap<string, Import>
  odd: readonly OddStatement[]
} {
  const imports = new Map<string, Import>()
  const odd: OddStatement[] = []
  for (const node of tree.children) {
    if (node.type !== "mdxjsEsm") continue
    for (const statement of node.data?.estree?.body ?? []) {
      const place = placeOf(statement)
      if (statement.type !== "ImportDeclaration") {
        odd.push({ what: "export", place })
        continue
      }
      const from = String(statement.source.value)
      if (statement.specifiers.length === 0)
        odd.push({ what: `import of ${from} by itself`, place })
      for (const specifier of statement.specifiers) {
        const exported = exportedBy(specifier)
        imports.set(specifier.local.name, { exported, from, place: placeOf(specifier), node })
      }
    }
  }
  return { imports, odd }
}

function exportedBy(specifier: Extract<EstreeNode, { type: `Import${string}Specifier` }>): string {
  if (specifier.type === "ImportDefaultSpecifier") return "default"
  if (specifier.type === "ImportNamespaceSpecifier") return "*"
  const { imported } = specifier
  return imported.type === "Identifier" ? imported.name : String(imported.value)
}

const placeOf = ({ loc }: EstreeNode): Place => ({
  line: loc?.start.line ?? 1,
  column: (loc?.start.column ?? 0) + 1,
})
