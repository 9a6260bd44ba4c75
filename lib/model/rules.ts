/** What stops a build: why it matters, and how it is mended. */
const errors = {
  "address-twice":
    "An address can lead to one page only: give the file another name, or strike the alias.",
  "mail-sender":
    "Mail to readers comes from an address that they can answer: say it in content/site.yaml, as sender: in readers or as email: of the author.",
  "author-unknown":
    "A post is by somebody the site knows, each by one id: add them to authors in content/site.yaml, or mend the id.",
  bibliography:
    "An entry that is read otherwise than it is meant prints a broken reference: mend it, or take it anew from where it came.",
  callout:
    "A callout is a quotation whose first line names its kind, with a text below: [!NOTE], [!TIP] and the like.",
  "citation-place":
    "A citation is a link, and a link cannot stand in another, nor in a heading: put it beside.",
  "citation-unknown":
    "A citation without an entry leads nowhere: add the work to content/references.bib, or mend the key.",
  "code-end":
    "Without its last fence a code block swallows the rest of the post: add the line of ``` below it.",
  "code-language": "An unknown language cannot be coloured: name one of the list, or text.",
  "code-lines": "Lines that are marked must be lines of the block: count from 1, as in {1,3-5}.",
  "code-meta": "A word behind the language that nobody knows does nothing: mend or strike it.",
  "code-note":
    "A mark in code and the item that explains it belong together: each number stands once in both.",
  "course-unknown":
    "A course is named by its file in content/courses: add the file, or mend the id.",
  "value-changed":
    "Where a text prints a number of a model, the words around it were written for that number: they are read again when it changes.",
  component:
    "A component is rendered when the site is built, and its HTML taken over by browsers: it has to exist, and not to fail.",
  "component-type":
    "Types say what a component takes, before a reader finds out: mend the attribute, or the type.",
  "day-order":
    "Readers and feeds would take the older day for the newer: mend date or updated, or strike updated.",
  diagram:
    "What a diagram passes over or cannot draw is missing from the page: write the line as Mermaid has it.",
  disable:
    "Only a warning can be turned off, by its name: an error would be in the pages that readers get.",
  "draft-link":
    "Readers cannot follow a link to a draft: publish it first, or make this post a draft too.",
  "field-missing": "Pages and lists need the field: add it.",
  "field-type":
    "A field of another kind would be shown wrongly or not at all: write it as expected.",
  "field-unknown": "A field that nothing reads does nothing: mend its name, or strike it.",
  figure:
    "A figure or table is numbered by what it shows and its caption: leave empty lines around both.",
  "file-active":
    "Opened by itself, a page or script beside a post has the site's rights: put it into an archive, or show it as code.",
  "file-encoding": "Text in another encoding comes out as signs like �: save the file as UTF-8.",
  "file-kind":
    "What a link leads to is not kept with the site, and may be another file tomorrow: put the file itself in its place.",
  "file-name":
    "The name stands in addresses: give the file or folder one that an address can hold.",
  "file-place": "A file elsewhere is not part of the site: move it to where the site looks for it.",
  "file-read": "What cannot be read cannot be shown: see to its rights, and to the disk.",
  "file-size": "A reader's phone would take seconds to show it: make several posts of it.",
  "frame-host":
    "What a frame shows runs on the reader's page, and its host learns who reads: the site's owner names hosts to trust.",
  "front-matter": "A post begins with its fields: put them between two lines of ---.",
  heading:
    "Headings are the outline of the page and the addresses in it: one level at a time, each its own words.",
  "image-active":
    "Opened by itself, a drawing is a page of the site: what it runs or loads has the site's rights. Export it without.",
  "image-alt": "Who cannot see the image needs its words: say between [ and ] what it shows.",
  "image-broken": "A browser would show half of the image, or none: export it anew.",
  "image-kind": "A browser goes by the ending of the name: give the file the one of its kind.",
  "image-missing": "A reader would see a gap: put the image beside the post, or mend the name.",
  "image-size": "No screen shows so much, and no build should carry it: make the image smaller.",
  "import-rest":
    "The import could not carry something, and kept it in a comment: write what stands for it here, or strike the comment.",
  "indented-code":
    "Elsewhere Markdown takes it for code; here it would be a paragraph, its lines run together.",
  label: "An id is the address of a figure, table or equation: each has one of its own.",
  "link-dead":
    "The page is gone: link to where it has moved, to a copy in an archive, or not at all.",
  "link-denied":
    "The site says that nothing links to this host: link elsewhere, or see deniedHosts.",
  "link-empty":
    "A link needs words to click on: only posts, pages and what is numbered have names that it can take.",
  "link-fragment":
    "The link would lead to the top of the page: name the id of a heading that is there.",
  "link-target": "The link would lead nowhere: write the address of a page, from / on.",
  mdx: "The text cannot be read as MDX from here on: mend the mark, or write \\ before the sign itself.",
  "mdx-expression":
    "Content is data and runs no code: write the value itself, or \\{ for the sign.",
  "mdx-import":
    "A post is a text: what it imports are components, from files beside it or in content/components.",
  "module-unknown":
    "A module is named by its slug in the course's file: mend the slug, or add it there.",
  nesting:
    "No reader finds the way out again, and no phone has room for it: write it side by side.",
  "note-missing": "The number of a note would lead nowhere: add a line [^name]: with its text.",
  "note-place":
    "A note's number is a link, and cannot stand in a note or a link: put it in the text.",
  "note-twice": "Two notes of one name: the second would be lost, so give it another.",
  "note-unused": "Nothing leads to the note, so no reader sees it: put its number in the text.",
  "part-gap":
    "Readers would look for the part in between: number without gaps, or announce it as planned.",
  "part-number": "A part needs a series and a number in it: give both, or neither.",
  "part-planned": "A part has one title to be announced by: plan it once.",
  "part-twice": "Two parts of one number have no order: give one of them another.",
  "series-unknown":
    "A series is named by its file in content/series: add the file, or mend the id.",
  "slug-twice": "Two of one slug have one address: give one of them another.",
  table:
    "The text would not show as the table that is meant: mend the row, or write \\| for the sign.",
  tabs: 'Tabs are chosen by their titles: two or more <Tab title="…"> right inside <Tabs>.',
  "tag-attribute":
    "A tag with a wrong attribute shows nothing, or the wrong thing: write it as expected.",
  "tag-place": "A tag that is a block cannot stand within a line: leave empty lines around it.",
  "tag-twice":
    "A subject has one spelling, and stands in a post once: choose one, strike the other.",
  "tag-unknown":
    "There is no such tag, so nothing would be shown: use Markdown, or a tag of the list.",
  "term-see": "A reader of the glossary would be led nowhere: mend the slug.",
  "term-twice": "A name means one term: rename one of the two, or make them one.",
  "term-unknown": "There is nothing to explain the term with: add it to content/glossary.yaml.",
  tex: "A formula that cannot be typeset would be shown as red source: mend the TeX.",
  "topic-figure":
    "There is no figure of that name on this site: mend the name, or strike the field.",
  "topic-heading": "The outline would lead to the top of the post: name the id of a heading in it.",
  "topic-paper":
    "A topic's papers are printed from the bibliography: add the entry, or mend the key.",
  "topic-post": "The outline would lead nowhere: name the folder of a post.",
  "word-list": "Of such a line the dictionary learns nothing: write one word a line, each once.",
  yaml: "The fields cannot be read from here on: put in quotes what holds : or #, and indent by spaces.",
} as const

/** What an author weighs, and can turn off: why it matters, and how it is mended. */
const warnings = {
  "bibliography-command":
    "The command is not known and is printed as it stands: write what it stands for.",
  "disable-unused": "It turns off nothing, and would hide what comes later: strike it.",
  "foreign-mark":
    "The mark is one of other kinds of Markdown, and stays a sign here: write what has its meaning.",
  "link-text":
    "Who goes from link to link, by ear or by eye, hears only its words: say where it leads.",
  "link-unsure":
    "The page could not be asked for, as its site is busy or closed to programs: look at it yourself.",
  "part-written":
    "Readers have the part, and need no word that it will come: strike it from planned.",
  "value-unkept":
    "Only of a number that is kept can be told when it changes: npm run post -- values keeps it.",
  spelling: "The dictionary lacks the word: mend it, or add it to content/words.txt.",
  "table-row": "The rest of the row will be empty: add the cells that are missing, even if empty.",
} as const

export type WarningId = keyof typeof warnings

/** The name of a rule, as it stands behind each problem that it finds. */
export type RuleId = keyof typeof errors | WarningId

/** An error stops the build; a warning is for the author to weigh. */
export type Severity = "error" | "warning"

/** Why each rule is there and how what it finds is mended, by its name. */
export const rules: Readonly<Record<RuleId, string>> = { ...errors, ...warnings }

export const warningIds = Object.keys(warnings) as readonly WarningId[]

export const severityOf = (rule: RuleId): Severity =>
  Object.hasOwn(warnings, rule) ? "warning" : "error"
