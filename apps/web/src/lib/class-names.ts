// In: class lists, some conditional. Out: one list in which a later Tailwind class beats an earlier one of its kind.
import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

// Our own sizes are named in panel.css; without this list `text-speech` would count as a colour and erase one.
const merge = extendTailwindMerge({
  extend: { classGroups: { 'font-size': [{ text: ['xs', 'sm', 'base', 'md', 'speech', 'lg', 'subtitle', 'xl', 'tally'] }] } },
})

export const classNames = (...classes: ClassValue[]): string => merge(clsx(classes))
