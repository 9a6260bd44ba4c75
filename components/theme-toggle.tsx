import { wordsOf } from "@/lib/model/words/words"

const sun =
  "M10 5.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10 1v2M10 17v2M1 10h2M17 10h2M3.6 3.600l1.4 1.400M15 15l1.4 1.400M3.6 16.4 5 15M15 5l1.4-1.4"
const moon = "M17 11.800A7.3 7.3 0 0 1 8.2 3 7.3 7.3 0 1 0 17 11.800Z"

/** Goes through the themes: as the system has it, light, dark. `lib/enhance/theme-toggle.ts` does it. */
export function ThemeToggle({ language }: { language: string }) {
  return (
    <theme-toggle className="group absolute top-2 right-(--gutter) [&:not(:defined)]:invisible">
      <button
        type="button"
        aria-label={wordsOf(language).theme}
        title={wordsOf(language).theme}
        className="grid size-8 cursor-pointer place-items-center rounded-md border border-line text-soft hover:text-accent"
      >
        <svg viewBox="0 0 20 20" className="size-4" aria-hidden="true" fill="none">
          <g className="group-data-[theme=dark]:hidden group-data-[theme=light]:hidden">
            <circle cx="10" cy="10" r="7.5" stroke="currentColor" strokeWidth="1.5" />
            <path d="M10 2.500a7.5 7.5 0 0 1 0 15Z" fill="currentColor" />
          </g>
          <path
            className="hidden group-data-[theme=light]:block"
            d={sun}
            stroke="currentColor"
            strokeWidth="1.5"
          />
          <path
            className="hidden group-data-[theme=dark]:block"
            d={moon}
            stroke="currentColor"
            strokeWidth="1.5"
          />
        </svg>
      </button>
    </theme-toggle>
  )
}
