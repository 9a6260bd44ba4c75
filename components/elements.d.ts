import type { DetailedHTMLProps, HTMLAttributes } from "react"

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      /** `lib/enhance/theme-toggle.ts` */
      "theme-toggle": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>
      /** `lib/enhance/read-toggle.ts` */
      "read-toggle": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>
      /** `lib/enhance/progress-file.ts` */
      "progress-file": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>
      /** `lib/enhance/keep-offline.ts` */
      "keep-offline": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
        /** Address of the list of what is kept. */
        source: string
      }
      /** `lib/enhance/nearest-pages.ts` */
      "nearest-pages": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
        /** Address of the list of all pages. */
        source: string
      }
      /** `lib/enhance/search.ts` */
      "site-search": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
        /** Address of the index. */
        source: string
      }
    }
  }
}
