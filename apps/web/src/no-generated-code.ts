// Nothing flows. Imported before anything that builds a schema: the content policy forbids generated code, and without this zod would
// try it, which the browser reports as a violation.
import { config } from 'zod'

config({ jitless: true })
