import { Problem } from '@psiona/shared/problem'
import { describe, expect, it } from 'vitest'
import { checkMoc } from './cubism-moc'

const sentenceOf = (bytes: Uint8Array, newest = 4): string => {
  try {
    checkMoc(Uint8Array.from(bytes).buffer, newest)
  } catch (error) {
    if (error instanceof Problem) return `${error.code} ${error.message}`
    throw error
  }
  return ''
}
const headed = (format: number) => Uint8Array.from({ length: 4096 }, (_, i) => [77, 79, 67, 51, format][i] ?? 0)

describe('a .moc3', () => {
  it('of a newer format than the Core reads is named with both versions', () => {
    const sentence = sentenceOf(headed(6))
    expect(sentence).toMatch(/^moc-too-new .*Cubism 5\.3 \(format 6\).*Cubism 4\.2 \(format 4\)/)
    expect(sentence).toContain('puppet')
  })
  it('of a format that nobody knows yet is too new as well', () => {
    expect(sentenceOf(headed(9))).toMatch(/^moc-too-new .*format 9/)
  })
  it('that is something else or cut off is damaged', () => {
    expect(sentenceOf(new TextEncoder().encode('<!doctype html>'))).toMatch(/^moc-damaged /)
    expect(sentenceOf(headed(3).subarray(0, 3))).toMatch(/^moc-damaged /)
    expect(sentenceOf(headed(3))).toMatch(/^moc-damaged /)
  })
})
