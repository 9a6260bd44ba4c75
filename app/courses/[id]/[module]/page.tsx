import { notFound } from "next/navigation"
import { ModuleTopics } from "@/components/module-topics"
import { Pager } from "@/components/pager"
import { ReadLabel } from "@/components/read-label"
import { courseAddress, moduleAddress } from "@/lib/model/addresses"
import { courses, outlines, site } from "@/lib/site/read"
import { pageMetadata } from "@/lib/site/metadata"
import { wordsOf } from "@/lib/model/words/words"

const words = wordsOf(site.language)

type Props = PageProps<"/courses/[id]/[module]">

export const generateStaticParams = () =>
  courses.flatMap(({ id, modules }) => modules.map(({ slug }) => ({ id, module: slug })))

export async function generateMetadata(props: Props) {
  const { course, module } = await moduleOf(props)
  const description = words.moduleSays(module.number, course.title, module.topics.length)
  const address = moduleAddress(course.id, module.slug)
  const title = words.moduleTitle(module.title, module.number, course.title)
  return pageMetadata({ title, description }, address, site)
}

export default async function ModulePage(props: Props) {
  const { course, modules, module } = await moduleOf(props)
  const beside = (number: number) => {
    const other = modules.find((one) => one.number === number)
    return (
      other && {
        href: moduleAddress(course.id, other.slug),
        label: words.module(number),
        title: other.title,
      }
    )
  }
  return (
    <div id="content" className="column">
      <p className="label">
        {words.moduleOf(module.number, modules.length)}{" "}
        <a href={courseAddress(course.id)}>{course.title}</a>
        <ReadLabel posts={module.posts} language={site.language} />
      </p>
      <h1>{module.title}</h1>
      <ModuleTopics module={module} language={site.language} />
      <Pager
        label={words.modules}
        previous={beside(module.number - 1)}
        next={beside(module.number + 1)}
        end={{
          href: courseAddress(course.id),
          label: words.endOfCourse,
          title: words.allModules,
        }}
      />
    </div>
  )
}

async function moduleOf({ params }: Props) {
  const { id, module: slug } = await params
  const outline = outlines.get(decodeURIComponent(id)) ?? notFound()
  const wanted = decodeURIComponent(slug)
  const module = outline.modules.find((one) => one.slug === wanted) ?? notFound()
  return { ...outline, module }
}
