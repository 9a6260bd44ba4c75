import { fileResponse } from "@/app/file-response"
import { isFigurePage } from "@/lib/model/addresses"
import { findPage, pages } from "@/lib/site/read"

type Context = RouteContext<"/[page]/[file]">

export const dynamic = "force-static"

export const generateStaticParams = () =>
  pages
    .filter((page) => !isFigurePage(page))
    .flatMap(({ slug, files }) => files.map(({ file }) => ({ page: slug, file })))

export async function GET(_request: Request, { params }: Context) {
  const { page, file } = await params
  return fileResponse(findPage(page), file)
}
