// Everything that scripts add to pages that work without them: one small module for all of them.
import "./nearest-pages"
