'use client'
// Out: the phone's page, in the browser only: none of it makes sense at build time.
import dynamic from 'next/dynamic'

export const PhoneLoader = dynamic(() => import('./phone-page').then((page) => page.PhonePage), { ssr: false })
