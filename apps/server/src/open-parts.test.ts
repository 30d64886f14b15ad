import { describe, expect, it } from 'vitest'
import { createOpenParts } from './open-parts'

describe('open parts', () => {
  it('close the last first, each whatever became of the others, and once', async () => {
    const closed: string[] = []
    const troubles: unknown[] = []
    const open = createOpenParts((cause) => troubles.push(cause))
    open.add(() => closed.push('first'))
    open.add(async () => {
      throw new Error('stuck')
    })
    open.add(async () => void closed.push('last'))
    await open.close()
    await open.close()
    expect(closed).toEqual(['last', 'first'])
    expect(troubles).toMatchObject([{ message: 'stuck' }])
  })
})
