declare module "@citation-js/core" {
  /** Reads bibliographies; `data` is CSL-JSON. */
  export class Cite {
    constructor(input: string)
    readonly data: never[]
  }
}

declare module "@citation-js/plugin-bibtex"
