import type { ScriptedWords } from "./scripted"

/**
 * The words of the interface, in English: what stands on pages that nobody has written for them. A language
 * is a file like this one, and a line in `./words.ts`.
 */
export const english = {
  // Where one is, and where one can go.
  site: "Site",
  menu: "Menu",
  theme: "Theme",
  skip: "Skip to the content",
  backToTop: "Back to top",
  contents: "Contents",
  onThisPage: "On this page",
  posts: "Posts",
  otherPosts: "Other posts",
  newestPosts: "Newest posts",
  allPosts: (count: number) => `All ${count} posts`,
  series: "Series",
  oneSeries: "Series",
  course: "Course",
  courses: "Courses",
  glossary: "Glossary",
  feed: "Feed",
  references: "References",
  writtenBy: (site: string, author: string) => `${site} is written by ${author}`,

  // Lists.
  postsLede: (site: string) => `Everything published on ${site}, newest first.`,
  seriesLede: "Subjects that take more than one post, each with its parts in order.",
  noSeries: "There is none yet.",
  coursesLede: "What courses teach, topic by topic, and where it is written about here.",
  noCourses: "No course is written about yet.",
  tags: "Tags",
  tagsLede: "What the posts are about, the most frequent first.",
  tagTitle: (tag: string) => `Posts on ${tag}`,
  tagLede: (tag: string) => `All posts on ${tag}.`,
  postCount: (count: number) => (count === 1 ? "1 post" : `${count} posts`),
  search: "Search",
  searchLede: "Words of texts, headings, formulas, code and terms, on every page.",
  searchNeedsScript:
    "To search, a script has to run, and here none does. Everything is listed, too:",
  figures: "Figures",
  oneFigure: "Figure",
  writtenAboutIn: "Written about in",
  figuresLede: "What the posts show by numbers that you can change.",
  ofFigures: {
    reset: "Reset",
    linkToState: "Link to this state",
    numbers: "The numbers",
    back: "Back",
    next: "Next",
    of: "of",
  },
  glossaryLede: "What the words mean that the posts use, each in a sentence or two.",
  wholeText: "All texts in one file",
  related: "Related",
  referredToIn: "Referred to in",
  byYear: "By year",
  followTitle: "Follow",
  followLede: (site: string) =>
    `How to hear of what is new on ${site}: without an account, and without being counted.`,
  followHow:
    "Take a feed reader, an app or a site that looks for new posts wherever you tell it to, and give it one of these addresses. All three formats say the same; take whichever your reader likes.",
  everything: "Everything",
  tagsHaveFeeds: "Each tag has feeds of its own, linked from its page:",
  feedExplained:
    "This is a feed: a list of posts for programs. Copy the address of this page into a feed reader, and what is new comes to you.",
  howToFollow: "How to follow",
  nothingYet: "Nothing is published here yet.",
  theFeed: "The feed",
  willSay: "will say when something is.",
  also: "Also",
  writtenFor: (author: string, site: string) => `What ${author} has written for ${site}.`,

  // A post.
  minutes: (count: number) => `${count} min`,
  minutesInAll: (count: number) => `${count} min in all`,
  updated: "Updated",
  by: "By",
  inShort: "In short:",
  lastChange: "Last change",
  history: "History",
  licence: "Licence",
  editPage: "Edit this page",
  reply: "Reply by e-mail",
  follow: "Follow by feed",
  withoutNetwork: "Without a network",
  keepOffline: "Keep this series on this device",
  asBook: "As a book, EPUB",
  followSeries: "Follow this series by feed",
  aboutPost: "About this post",
  cite: "Cite this post",
  text: "Text",
  draft: "Draft",
  draftSays: "Readers do not see this post: its front matter says",
  scheduled: "Scheduled",
  scheduledSays: (day: string) => `Readers will see this post from ${day}.`,
  read: "read",
  backToText: "Back to the text",
  backToMention: (number: number) => `Back to mention ${number} in the text`,

  // Series and their parts.
  part: (number: number | string) => `Part ${number}`,
  partOf: (number: number, count: number) => `Part ${number} of ${count}`,
  titleOf: (title: string, count: number) => `${title} of ${count}`,
  inSeries: "in",
  extent: (count: number) =>
    count === 0
      ? "Series without parts"
      : `Series in ${count === 1 ? "one part" : `${count} parts`}`,
  seriesTitle: (title: string, extent: string) => `${title}, a ${extent.toLowerCase()}`,
  complete: "Complete",
  nothingPublished: "Nothing published yet",
  published: (published: number, count: number) => `${published} of ${count} parts published`,
  toCome: "to come",
  planned: "planned",
  partIs: (number: number, state: string) => `Part ${number} is ${state}`,
  endOfSeries: "End of the series",
  partsOfSeries: "Parts of the series",
  allParts: "All its parts",
  previous: "Previous",
  next: "Next",
  startWith: (number: number) => `Start with Part ${number}`,
  continueWith: (number: number) => `Continue with Part ${number}`,
  allRead: "You have read every part",
  allReadSoFar: "You have read every part so far",
  seriesNamed: (title: string) => `Series: ${title}`,
  progress: "Your progress",
  progressSays:
    "What you mark as read is remembered in this browser only; nothing is sent anywhere. A file takes it to another one.",
  saveProgress: "Save my progress to a file",
  loadProgress: "Load it from a file",

  // Courses.
  module: (number: number) => `Module ${number}`,
  modulesOf: (numbers: readonly string[], list: string, count: number, course: string) =>
    `${numbers.length === 1 ? "Module" : "Modules"} ${list} of the ${count} modules of ${course}`,
  modules: "Modules",
  modulesCovered: "Modules it covers",
  moduleOf: (number: number, count: number) => `Module ${number} of ${count} in`,
  moduleTitle: (title: string, number: number, course: string) =>
    `${title}, Module ${number} of ${course}`,
  moduleSays: (number: number, course: string, topics: number) =>
    `Module ${number} of ${course}: its ${topics} topics, with the passages and papers about each.`,
  aboutModule: "About this module",
  allModules: "All modules",
  endOfCourse: "End of the course",
  topicsIn: (topics: number, modules: number) =>
    `${topics === 1 ? "One topic" : `${topics} topics`} in ${modules} modules`,
  thisPart: "this part",
  openAll: "Open all",
  closeAll: "Close all",
  readPassage: "Read",
  inPassage: "in",
  papers: "Papers",
  courseOutline: "Course outline",
  outlineTitle: (course: string) => `${course}, the outline of the course`,
  outlineSays: (course: string, instructor: string) =>
    `The outline of ${course} by ${instructor}: every module and topic, with the passages and papers about it.`,
  taughtBy: (instructor: string) => `Taught by ${instructor}, offered by`,
  reviewedIn: "Reviewed in",
  aboutCourse: "About the course",

  // Within a text.
  figure: (number: number) => `Figure\u00A0${number}`,
  table: (number: number) => `Table\u00A0${number}`,
  equation: (number: number) => `Equation\u00A0${number}`,
  partOnOneLine: (number: number) => `Part\u00A0${number}`,
  sectionIn: (section: string, title: string) => `${section} in ${title}`,
  numberedIn: (name: string, part: string) => `${name} in ${part}`,
  numberedOf: (name: string, title: string) => `${name} of ${title}`,
  notes: "Notes",
  note: (number: number) => `Note ${number}`,
  backToNote: (number: number) => `Back to note ${number} in the text`,
  backToLine: (number: number) => `Back to line ${number}`,
  codeIn: (language: string) => `${language} code`,
  showCode: "Show the code",
  callouts: {
    note: "Note",
    tip: "Tip",
    important: "Important",
    warning: "Warning",
    caution: "Caution",
  },
  /** Names of boxes and signs; they are in English where they are made. */
  labels: undefined as Readonly<Record<string, string>> | undefined,

  // A page that is not there.
  notFound: "Page not found",
  notFoundHere: "There is no page at this address",
  notFoundSays: "It may have moved, or the address has a letter too many.",
  notFoundLinks: "To everything there is:",
  homePage: "home page",
  allPostsListed: "all posts",

  /** What scripts of few pages say, as attributes of the page; they have it in English themselves. */
  onRoot: undefined as Readonly<Record<`data-${string}`, string>> | undefined,
  /** What scripts say: they have it in English themselves. */
  scripted: undefined as ScriptedWords | undefined,
}

/** All that a language has to say. */
export type Words = typeof english

/** What figures say by themselves. */
export type FigureWords = Words["ofFigures"]
