// The widths at which the panel takes another form; the same as the breakpoints in panel.css. Nothing flows in.
export const SLIM = '(width < 48rem)'
/** Two columns of cards. */
export const STRIP = '(width >= 70rem)'
export const WIDE = '(width >= 73.75rem)'
/** Here the transport has room for whole words. */
export const ROOMY = '(width >= 78rem)'
export const VAST = '(width >= 137.5rem)'
