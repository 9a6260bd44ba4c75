import type { Site } from "@/lib/site"

export function SiteFooter({ site: { name, author } }: { site: Site }) {
  return (
    <footer className="mt-24 flex flex-wrap justify-between gap-x-8 gap-y-2 border-t border-line px-(--gutter) py-8 font-sans text-sm text-soft">
      <p>
        {name} is written by {author.name}
        {author.email !== undefined && (
          <>
            {" · "}
            <a href={`mailto:${author.email}`}>{author.email}</a>
          </>
        )}
      </p>
      {author.links.length > 0 && (
        <ul className="flex flex-wrap gap-x-5">
          {author.links.map(({ title, url }) => (
            <li key={url}>
              <a href={url} rel="me">
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </footer>
  )
}
