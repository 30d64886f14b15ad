// The widths at which the panel takes another form; the same as the breakpoints in panel.css. Nothing flows in.
export const SLIM = '(width < 48rem)'
export const WIDE = '(width >= 73.75rem)'
export const VAST = '(width >= 137.5rem)'
