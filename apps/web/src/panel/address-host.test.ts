import { expect, test } from 'vitest'
import { hostOf, isOpenOnTheWay, staysHere } from './address-host'

test('only whole web addresses have a host', () => {
  expect(hostOf('http://192.168.1.4:8080/v1')).toBe('192.168.1.4')
  expect(hostOf('https://models.example/v1')).toBe('models.example')
  expect(hostOf('localhost:11434')).toBeNull()
  expect(hostOf('')).toBeNull()
})

test('this computer is told from others', () => {
  expect(['localhost', '127.0.0.1', '127.1.2.3', '[::1]'].every(staysHere)).toBe(true)
  expect(['192.168.1.4', 'models.example', 'localhost.example', '1127.0.0.1'].some(staysHere)).toBe(false)
  expect(isOpenOnTheWay('http://192.168.1.4/v1')).toBe(true)
  expect(isOpenOnTheWay('https://192.168.1.4/v1')).toBe(false)
  expect(isOpenOnTheWay('http://localhost:1234/v1')).toBe(false)
})
