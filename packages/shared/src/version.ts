// What this build speaks: bumped when a peer built against the old shapes would misread the new ones.
export const PROTOCOL_VERSION = 4
export const PRODUCT_VERSION = '0.1.0'
