// Out: /theme.js, written once at build. It runs before the first paint and applies the theme this browser remembers.
import { THEME_SCRIPT } from '../../../src/panel/theme-script'

export const dynamic = 'force-static'

export const GET = () => new Response(THEME_SCRIPT, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
