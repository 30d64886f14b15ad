// Nothing flows. Next runs this file in every page before the page's own code.
import './src/no-generated-code'
