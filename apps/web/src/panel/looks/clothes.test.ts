import { ModelSheet, Slug } from '@psiona/shared'
import { expect, test } from 'vitest'
import { editAccessory, editOutfit, idFor, usualValues, withAccessory, withOutfit } from './clothes'

const SHEET = ModelSheet.parse({ title: 'Aki', live2d: null, puppet: null, map: { mouth: 'none', links: [] } })
const PARAMETERS = [{ id: 'ParamGlasses', name: '', min: 0, max: 1, default: 0.25 }]

test('an id is made of the title, is a slug and is nobody else’s', () => {
  expect(idFor('Reading Glasses!', [], 'thing')).toBe('reading-glasses')
  expect(idFor('Café', ['cafe'], 'thing')).toBe('cafe-2')
  expect(idFor('夜', [], 'outfit')).toBe('outfit')
  expect(Slug.safeParse(idFor(`x${'-'.repeat(50)}${'y'.repeat(60)}`, [], 'thing')).success).toBe(true)
})

test('an accessory knows how the model is without it', () => {
  const [accessory] = withAccessory(SHEET, 'Glasses', { ParamGlasses: 1 }, PARAMETERS).accessories
  expect(accessory).toEqual({
    id: 'glasses',
    title: 'Glasses',
    on: { ParamGlasses: 1 },
    off: { ParamGlasses: 0.25 },
    byDefault: false,
  })
})

test('one of them is changed or taken out without touching the others', () => {
  const two = withOutfit(withOutfit(SHEET, 'Usual', {}), 'Evening', { ParamDress: 1 })
  expect(editOutfit(two, 'evening', { title: 'Night' }).outfits.map(({ title }) => title)).toEqual(['Usual', 'Night'])
  expect(editOutfit(two, 'default', null).outfits).toHaveLength(2)
  expect(editOutfit(two, 'usual', null).outfits.map(({ id }) => id)).toEqual(['evening'])
  const worn = withAccessory(two, 'Hat', { ParamHat: 1 }, [])
  expect(ModelSheet.safeParse(editAccessory(worn, 'hat', { byDefault: true })).success).toBe(true)
})

test('the usual look is the first outfit with what is on by default', () => {
  const sheet = withAccessory(withOutfit(SHEET, 'Usual', { ParamDress: 2 }), 'Glasses', { ParamGlasses: 1 }, PARAMETERS)
  expect(usualValues(sheet)).toEqual({ ParamDress: 2, ParamGlasses: 0.25 })
  expect(usualValues(editAccessory(sheet, 'glasses', { byDefault: true }))).toEqual({ ParamDress: 2, ParamGlasses: 1 })
})
