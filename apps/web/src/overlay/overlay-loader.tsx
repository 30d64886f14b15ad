'use client'
// Out: the overlay, in the browser only: none of it makes sense at build time.
import dynamic from 'next/dynamic'

export const OverlayLoader = dynamic(() => import('./overlay-page').then((page) => page.OverlayPage), { ssr: false })
