declare module "@citation-js/core" {
  /** Reads bibliographies; `data` is CSL-JSON. */
  export class Cite {
    constructor(input: string | readonly { type: string; label: string; properties: object }[])
    readonly data: never[]
  }

  export const plugins: {
    config: {
      get(name: "@bibtex"): { constants: BibtexConstants }
      get(name: "@csl"): {
        /** Makes ready the one processor of a style and a language for these works. */
        engine(data: readonly object[], style: string, language: string, format: "html"): CslEngine
      }
    }
  }

  type Table = Record<string, unknown>

  /** What commands of LaTeX stand for, by their names. */
  export type BibtexConstants = Record<
    | "argumentCommands"
    | "commands"
    | "diacritics"
    | "formattingCommands"
    | "formattingEnvs"
    | "mathCommands",
    Table
  >

  /** citeproc-js */
  export type CslEngine = {
    opt: { development_extensions: { wrap_url_and_doi: boolean } }
    updateItems(ids: readonly string[]): void
    makeCitationCluster(
      items: readonly { id: string; "author-only"?: boolean; "suppress-author"?: boolean }[],
    ): string
    makeBibliography(): [{ entry_ids: [string][] }, string[]]
  }
}

declare module "@citation-js/plugin-bibtex"
declare module "@citation-js/plugin-csl"
