import { readersAddress } from "@/lib/model/readers-address"
import { senderOf, type Site } from "@/lib/model/site"
import { wordsOf } from "@/lib/model/words/words"

type Props = {
  site: Site
  /** What may be followed here, by the names that the service knows. */
  subjects: readonly { value: string; name: string }[]
  button?: string
  /** Whether it says what is kept of who fills it in. */
  detailed?: boolean
}

/** Asks for an address to which mail goes when there is something new; nothing, where none is sent. */
export function FollowForm({ site, subjects, button, detailed = false }: Props) {
  // A copy for its author's eyes: nobody is to follow that.
  if (senderOf(site) === undefined || site.environment === "preview") return null
  const words = wordsOf(site.language).readers
  const [only, ...others] = subjects
  return (
    <form
      method="post"
      action={readersAddress("follow")}
      className="my-8 flex flex-wrap items-end gap-x-3 gap-y-2 font-sans text-sm print:hidden"
    >
      {button === undefined && (
        <p className="w-full text-soft">
          <strong className="font-medium text-ink">{words.byMail}.</strong> {words.byMailLede}
        </p>
      )}
      {only && others.length === 0 ? (
        <input type="hidden" name="subject" value={only.value} />
      ) : (
        <label className="grid gap-1">
          {words.whatToFollow}
          <select name="subject" className={field}>
            {subjects.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="grid min-w-0 grow basis-56 gap-1 sm:max-w-80">
        {words.address}
        <input
          type="email"
          name="address"
          required
          maxLength={254}
          autoComplete="email"
          className={field}
        />
      </label>
      {/* Programs fill in whatever there is. */}
      <label hidden>
        {words.leaveEmpty}
        <input name="website" tabIndex={-1} autoComplete="off" />
      </label>
      <button className="button">{button ?? words.send}</button>
      {detailed && <p className="w-full text-soft">{words.kept}</p>}
    </form>
  )
}

const field =
  "min-h-10 min-w-0 max-w-full rounded-md border border-soft bg-paper px-3 py-1.5 text-base text-ink"
