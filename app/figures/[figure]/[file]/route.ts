import { fileResponse } from "@/app/file-response"
import { figuresSegment, isFigurePage } from "@/lib/model/addresses"
import { findPage, pages } from "@/lib/site/read"

type Context = RouteContext<"/figures/[figure]/[file]">

export const dynamic = "force-static"

export const generateStaticParams = () =>
  pages
    .filter(isFigurePage)
    .flatMap(({ slug, files }) =>
      files.map(({ file }) => ({ figure: slug.slice(figuresSegment.length + 1), file })),
    )

export async function GET(_request: Request, { params }: Context) {
  const { figure, file } = await params
  return fileResponse(findPage(`${figuresSegment}/${figure}`), file)
}
