import { postAddress } from "@/lib/model/addresses"
import type { GlossaryEntry } from "@/lib/elements/term/glossary"
import { shortTitleOf, type Post } from "@/lib/model/post"
import { wordsOf } from "@/lib/model/words/words"

type Props = { glossary: readonly GlossaryEntry[]; posts: readonly Post[]; language: string }

/** Every term with what it means, its other names, and where to read on. */
export function GlossaryList({ glossary, posts, language }: Props) {
  return (
    <dl>
      {glossary.map(({ id, term, definition, also, see }) => (
        <div key={id} id={id} className="border-t border-line py-4 target:bg-target">
          <dt className="font-semibold">{term}</dt>
          <dd>
            {definition}
            {(also.length > 0 || see.length > 0) && (
              <span className="mt-1 flex flex-wrap gap-x-4 font-sans text-sm text-soft">
                {also.length > 0 && (
                  <span>
                    {wordsOf(language).also}: {also.join(", ")}
                  </span>
                )}
                {see.map((target) => (
                  <SeeAlso key={target} target={target} posts={posts} />
                ))}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A post of the site by its slug, or an address elsewhere. */
function SeeAlso({ target, posts }: { target: string; posts: readonly Post[] }) {
  const post = posts.find(({ slug }) => slug === target)
  if (post) return <a href={postAddress(post.slug)}>{shortTitleOf(post)}</a>
  return URL.canParse(target) ? <a href={target}>{new URL(target).hostname}</a> : null
}
